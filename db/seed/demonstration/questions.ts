import type { QuestionOption, questions } from "../../schema";
import { facts, slugOf } from "./facts";

type QuestionFact = Omit<typeof questions.$inferInsert, "conferenceId" | "position"> & { key: string };

const industries: Record<string, [ro: string, fr: string, de: string]> = {
  "Advanced packaging": ["Ambalaje avansate", "Emballages avancés", "Fortschrittliche Verpackungen"],
  Biopharmaceuticals: ["Biofarmaceutice", "Biopharmacie", "Biopharmazie"],
  "Blue growth industries": [
    "Industriile creșterii albastre",
    "Industries de la croissance bleue",
    "Meereswirtschaft (blaues Wachstum)",
  ],
  "Creative industries": ["Industrii creative", "Industries créatives", "Kreativwirtschaft"],
  "Digital industries": ["Industrii digitale", "Industries numériques", "Digitalwirtschaft"],
  "Environmental industries": ["Industrii de mediu", "Éco-industries", "Umweltwirtschaft"],
  "Experience industries": [
    "Industria experiențelor (turism, agrement)",
    "Industries de l’expérience (tourisme, loisirs)",
    "Erlebniswirtschaft (Tourismus, Freizeit)",
  ],
  "Logistical services": ["Servicii logistice", "Services logistiques", "Logistikdienstleistungen"],
  "Medical devices": ["Dispozitive medicale", "Dispositifs médicaux", "Medizinprodukte"],
  "Mobility technologies": [
    "Tehnologii de mobilitate",
    "Technologies de la mobilité",
    "Mobilitätstechnologien",
  ],
};

export const industryValues = facts.emergingIndustries.map((name) => slugOf(name));
export const DIETS = ["everything", "vegetarian", "vegan", "halal", "kosher", "gluten-free"] as const;

const option = (value: string, en: string, [ro, fr, de]: [string, string, string]): QuestionOption => ({
  value,
  label: { en, ro, fr, de },
});

/** What the organiser asks beyond name, organisation and country: one of each kind. */
export function questionFacts(typeId: (name: string) => string): QuestionFact[] {
  return [
    {
      key: "industries",
      kind: "several-of",
      label: {
        en: "Which emerging industries do you work in?",
        ro: "În ce industrii emergente activați?",
        fr: "Dans quelles industries émergentes travaillez-vous ?",
        de: "In welchen aufstrebenden Branchen arbeiten Sie?",
      },
      help: {
        en: "Choose as many as apply. The breakout sessions are planned with the answers.",
        ro: "Alegeți oricâte. Sesiunile paralele sunt planificate pe baza răspunsurilor.",
        fr: "Plusieurs choix possibles. Les ateliers sont préparés à partir des réponses.",
        de: "Mehrere sind möglich. Mit den Antworten werden die parallelen Sitzungen geplant.",
      },
      options: facts.emergingIndustries.map((name) => {
        const translated = industries[name];
        if (!translated) throw new Error(`the industry "${name}" has no translations`);
        return option(slugOf(name), name, translated);
      }),
    },
    {
      key: "arrival",
      kind: "one-of",
      required: true,
      label: {
        en: "When do you plan to arrive?",
        ro: "Când intenționați să sosiți?",
        fr: "Quand pensez-vous arriver ?",
        de: "Wann möchten Sie ankommen?",
      },
      options: [
        option("morning-14", "14 May, in time for the matchmaking", [
          "14 mai, la timp pentru matchmaking",
          "Le 14 mai, pour les rendez-vous d’affaires",
          "14. Mai, rechtzeitig zum Matchmaking",
        ]),
        option("noon-14", "14 May, for the opening", [
          "14 mai, la deschidere",
          "Le 14 mai, pour l’ouverture",
          "14. Mai, zur Eröffnung",
        ]),
        option("day-15", "15 May", ["15 mai", "Le 15 mai", "15. Mai"]),
      ],
    },
    {
      key: "first-time",
      kind: "yes-no",
      label: {
        en: "Is this your first European Cluster Conference?",
        ro: "Este prima dumneavoastră Conferință Europeană a Clusterelor?",
        fr: "Est-ce votre première Conférence européenne des clusters ?",
        de: "Ist es Ihre erste Europäische Clusterkonferenz?",
      },
    },
    {
      key: "partner-country",
      kind: "country",
      label: {
        en: "From which country would you most like to find a partner?",
        ro: "Din ce țară v-ar plăcea cel mai mult să găsiți un partener?",
        fr: "Dans quel pays aimeriez-vous le plus trouver un partenaire ?",
        de: "Aus welchem Land würden Sie am liebsten einen Partner finden?",
      },
    },
    {
      key: "members",
      kind: "number",
      label: {
        en: "How many members does your cluster have?",
        ro: "Câți membri are clusterul dumneavoastră?",
        fr: "Combien de membres compte votre cluster ?",
        de: "Wie viele Mitglieder hat Ihr Cluster?",
      },
      help: {
        en: "About how many is enough.",
        ro: "Un număr aproximativ este suficient.",
        fr: "Un ordre de grandeur suffit.",
        de: "Eine ungefähre Zahl genügt.",
      },
      typeIds: [typeId("Cluster organisation")],
    },
    {
      key: "colleague",
      kind: "text",
      label: {
        en: "With which organisation are you travelling, if it is not your own?",
        ro: "Cu ce organizație călătoriți, dacă nu este a dumneavoastră?",
        fr: "Avec quelle organisation voyagez-vous, si ce n’est pas la vôtre ?",
        de: "Mit welcher Organisation reisen Sie, wenn es nicht Ihre eigene ist?",
      },
    },
    {
      key: "expectation",
      kind: "long-text",
      label: {
        en: "What must happen for the journey to be worth it?",
        ro: "Ce trebuie să se întâmple pentru ca drumul să merite?",
        fr: "Que doit-il se passer pour que le voyage en vaille la peine ?",
        de: "Was muss geschehen, damit sich die Reise lohnt?",
      },
    },
    {
      key: "diet",
      kind: "one-of",
      sensitive: true,
      label: {
        en: "What do you eat?",
        ro: "Ce regim alimentar aveți?",
        fr: "Quel est votre régime alimentaire ?",
        de: "Was essen Sie?",
      },
      help: {
        en: "Only for the caterer. Erased one month after the conference.",
        ro: "Doar pentru catering. Se șterge la o lună după conferință.",
        fr: "Uniquement pour le traiteur. Effacé un mois après la conférence.",
        de: "Nur für das Catering. Wird einen Monat nach der Konferenz gelöscht.",
      },
      options: [
        option("everything", "Everything", ["Orice", "De tout", "Alles"]),
        option("vegetarian", "Vegetarian", ["Vegetarian", "Végétarien", "Vegetarisch"]),
        option("vegan", "Vegan", ["Vegan", "Végétalien", "Vegan"]),
        option("halal", "Halal", ["Halal", "Halal", "Halal"]),
        option("kosher", "Kosher", ["Cușer", "Casher", "Koscher"]),
        option("gluten-free", "Gluten-free", ["Fără gluten", "Sans gluten", "Glutenfrei"]),
      ],
    },
    {
      key: "access",
      kind: "long-text",
      sensitive: true,
      label: {
        en: "What do you need to take part fully?",
        ro: "De ce aveți nevoie ca să participați pe deplin?",
        fr: "De quoi avez-vous besoin pour participer pleinement ?",
        de: "Was brauchen Sie, um uneingeschränkt teilzunehmen?",
      },
      help: {
        en: "Step-free routes, an induction loop, an interpreter, a companion … Only those who arrange it read this. Erased one month after the conference.",
        ro: "Trasee fără trepte, buclă de inducție, interpret, însoțitor … Citesc doar cei care se ocupă de asta. Se șterge la o lună după conferință.",
        fr: "Accès sans marches, boucle magnétique, interprète, accompagnateur … Seules les personnes qui s’en occupent le lisent. Effacé un mois après la conférence.",
        de: "Stufenlose Wege, Induktionsschleife, Dolmetschen, Begleitung … Nur wer sich darum kümmert, liest es. Wird einen Monat nach der Konferenz gelöscht.",
      },
    },
  ];
}
