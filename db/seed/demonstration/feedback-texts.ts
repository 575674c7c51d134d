export type Received = {
  answers: number;
  /** How often each rating is given by those who write nothing, as weights. */
  ratings: Record<"1" | "2" | "3" | "4" | "5", number>;
  texts: { locale: "en" | "ro" | "fr" | "de"; rating: number; text: string }[];
};

const liked = { "5": 8, "4": 9, "3": 3, "2": 1, "1": 0.3 };
const mixed = { "5": 3, "4": 6, "3": 6, "2": 3, "1": 1 };

// They speak of rooms, time and form, not of what somebody said.
export const received: Record<string, Received> = {
  "eu-cluster-matchmaking-event": {
    answers: 87,
    ratings: liked,
    texts: [
      {
        locale: "en",
        rating: 5,
        text: "Six talks in one morning, two of them worth the journey on their own.",
      },
      { locale: "en", rating: 4, text: "Fifteen minutes are short. Twenty would do, with fewer slots." },
      { locale: "en", rating: 3, text: "It was loud between the tables near the door." },
      {
        locale: "ro",
        rating: 5,
        text: "Foarte bine organizat: am știut mereu la ce masă trebuie să fiu și cu cine.",
      },
      { locale: "ro", rating: 4, text: "Aș fi vrut o pauză de cinci minute între întâlniri." },
      {
        locale: "fr",
        rating: 4,
        text: "Des rencontres utiles. Les numéros des tables se voyaient mal de loin.",
      },
      { locale: "de", rating: 5, text: "Gut vorbereitete Gegenüber, das habe ich selten so erlebt." },
    ],
  },
  "panel-fostering-strategic-interregional-collaboration": {
    answers: 41,
    ratings: mixed,
    texts: [
      {
        locale: "en",
        rating: 3,
        text: "Interesting, but questions from the room came too late to be answered.",
      },
      { locale: "en", rating: 4, text: "More examples and fewer introductions, please." },
      {
        locale: "fr",
        rating: 2,
        text: "En fin de journée, une heure sans échange avec la salle, c’est long.",
      },
      {
        locale: "de",
        rating: 4,
        text: "Gute Mischung aus Regionen, die sonst selten zusammen auf dem Podium sitzen.",
      },
    ],
  },
  "bridges-between-cluster-related-eu-initiatives": {
    answers: 33,
    ratings: mixed,
    texts: [
      {
        locale: "en",
        rating: 4,
        text: "At last all the initiatives on one page. Will the overview be online?",
      },
      { locale: "ro", rating: 3, text: "Multe informații în scurt timp; aș vrea să primesc prezentarea." },
    ],
  },
  "circular-europe": {
    answers: 38,
    ratings: liked,
    texts: [
      {
        locale: "en",
        rating: 5,
        text: "The working groups were the best part. We have a follow-up call in June.",
      },
      { locale: "en", rating: 4, text: "Good size. Everyone at our table got to speak." },
      { locale: "ro", rating: 5, text: "Exemple concrete, pe care le putem folosi și noi." },
      { locale: "fr", rating: 4, text: "Très bon atelier, salle un peu petite pour les groupes." },
      { locale: "de", rating: 3, text: "Das Thema hätte den ganzen Nachmittag verdient." },
    ],
  },
  "digitalisation-and-skills-gap": {
    answers: 22,
    ratings: mixed,
    texts: [
      { locale: "en", rating: 2, text: "Too much from the front for something called a breakout." },
      { locale: "en", rating: 4, text: "The exchange on training vouchers was very concrete." },
      { locale: "ro", rating: 4, text: "Util, dar aerul condiționat era prea rece." },
    ],
  },
  "shared-value-and-social-impact": {
    answers: 29,
    ratings: liked,
    texts: [
      { locale: "en", rating: 5, text: "I came by chance and left with three new contacts." },
      { locale: "en", rating: 3, text: "Half of the chairs stayed empty; a smaller room would feel better." },
      { locale: "de", rating: 5, text: "Endlich ging es um Wirkung und nicht nur um Kennzahlen." },
    ],
  },
  "open-space-inspiring-presentations-on-trending-topics-from-the-call-for-ideas": {
    answers: 64,
    ratings: liked,
    texts: [
      {
        locale: "en",
        rating: 5,
        text: "The most alive part of the conference. Keep it, and give it two hours.",
      },
      {
        locale: "en",
        rating: 5,
        text: "Wonderful to hear ideas from people who are not usually on a stage.",
      },
      {
        locale: "en",
        rating: 3,
        text: "I could not be in two circles at once. Notes of the others would help.",
      },
      { locale: "ro", rating: 5, text: "Cea mai bună parte a conferinței!" },
      { locale: "fr", rating: 4, text: "Beaucoup d’énergie, un peu de désordre au début." },
      { locale: "de", rating: 4, text: "Die Wege zwischen den Plätzen waren schlecht ausgeschildert." },
    ],
  },
  // So few that a host is shown their number only.
  "debate-cluster-associations-in-the-future-european-cluster-landscape": {
    answers: 2,
    ratings: liked,
    texts: [],
  },
};
