import type { LocalizedText } from "../../schema";

type TypeSetting = { name: LocalizedText; capacity?: number; needsApproval?: boolean };

/** The types of the data file, in its order. Capacities and approval are invented: they give the desk something to decide. */
export const typeSettings: TypeSetting[] = [
  {
    name: {
      en: "Regional policy-maker",
      ro: "Decident politic regional",
      fr: "Responsable politique régional",
      de: "Regionale Politik und Verwaltung",
    },
  },
  {
    name: {
      en: "National policy-maker",
      ro: "Decident politic național",
      fr: "Responsable politique national",
      de: "Nationale Politik und Verwaltung",
    },
  },
  {
    name: {
      en: "EU policy-maker",
      ro: "Decident politic la nivelul UE",
      fr: "Responsable politique de l’UE",
      de: "Politik und Verwaltung der EU",
    },
  },
  {
    name: {
      en: "Cluster organisation",
      ro: "Organizație de tip cluster",
      fr: "Organisation de cluster",
      de: "Clusterorganisation",
    },
  },
  {
    name: {
      en: "Business network or other SME intermediary",
      ro: "Rețea de afaceri sau alt intermediar pentru IMM-uri",
      fr: "Réseau d’entreprises ou autre intermédiaire pour les PME",
      de: "Unternehmensnetzwerk oder andere Mittlerorganisation für KMU",
    },
  },
  {
    name: { en: "Practitioner", ro: "Practician", fr: "Praticien", de: "Fachleute aus der Praxis" },
    capacity: 36,
  },
  {
    name: {
      en: "Other stakeholder",
      ro: "Altă parte interesată",
      fr: "Autre partie prenante",
      de: "Weitere Interessierte",
    },
    capacity: 30,
    needsApproval: true,
  },
];

export const consentWordings: { key: string; required: boolean; wording: LocalizedText }[] = [
  {
    key: "processing",
    required: true,
    wording: {
      en: "I have read how my personal data are used to run the conference.",
      ro: "Am citit cum sunt folosite datele mele personale pentru organizarea conferinței.",
      fr: "J’ai lu comment mes données personnelles sont utilisées pour organiser la conférence.",
      de: "Ich habe gelesen, wie meine personenbezogenen Daten für die Durchführung der Konferenz verwendet werden.",
    },
  },
  {
    key: "list",
    required: false,
    wording: {
      en: "My name and my organisation may appear in the list of participants that the other participants see.",
      ro: "Numele meu și organizația mea pot apărea în lista participanților, pe care o văd ceilalți participanți.",
      fr: "Mon nom et mon organisation peuvent figurer sur la liste des participants que voient les autres participants.",
      de: "Mein Name und meine Organisation dürfen in der Teilnehmerliste stehen, die die anderen Teilnehmenden sehen.",
    },
  },
  {
    key: "photos",
    required: false,
    wording: {
      en: "Photographs and recordings on which I can be recognised may be published in reports about the conference.",
      ro: "Fotografiile și înregistrările în care pot fi recunoscut(ă) pot fi publicate în materialele despre conferință.",
      fr: "Les photos et enregistrements sur lesquels on peut me reconnaître peuvent être publiés dans les comptes rendus de la conférence.",
      de: "Fotos und Aufnahmen, auf denen ich zu erkennen bin, dürfen in Berichten über die Konferenz veröffentlicht werden.",
    },
  },
];
