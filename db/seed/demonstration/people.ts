import { facts, slugOf } from "./facts";
import { names } from "./names";
import type { Random } from "./random";

export type Invented = {
  email: string;
  givenName: string;
  familyName: string;
  locale: string;
  country: string;
  organisation: string;
  jobTitle: string;
  type: string;
};

/** How many of each hundred; the data file names the types, the weights are invented. */
const typeWeights = {
  "Cluster organisation": 44,
  "Business network or other SME intermediary": 17,
  "Regional policy-maker": 12,
  "National policy-maker": 8,
  "EU policy-maker": 5,
  Practitioner: 8,
  "Other stakeholder": 6,
};

/** The host country sends most; others about as many as have clusters in the data file, and a few more. */
const countryWeights: Record<string, number> = Object.fromEntries(
  Object.keys(names).map((country) => [
    country,
    1.2 +
      facts.clusters.filter((cluster) => cluster.country === country).length * (country === "RO" ? 2.2 : 1),
  ]),
);

const jobs: Record<string, string[]> = {
  "Cluster organisation": [
    "Cluster manager",
    "Managing director",
    "Project manager",
    "Head of internationalisation",
    "Innovation manager",
    "Communications officer",
  ],
  "Business network or other SME intermediary": [
    "Adviser",
    "Head of unit",
    "Network coordinator",
    "Business development manager",
  ],
  "Regional policy-maker": [
    "Head of economic development",
    "Policy officer",
    "Smart specialisation coordinator",
  ],
  "National policy-maker": ["Policy adviser", "Head of unit", "Deputy director"],
  "EU policy-maker": ["Policy officer", "Programme manager", "Adviser"],
  Practitioner: ["Founder", "Technical director", "Research director", "Consultant"],
  "Other stakeholder": ["Professor", "Researcher", "Journalist", "Student"],
};

const languages: Record<string, string> = { RO: "ro", FR: "fr", DE: "de", AT: "de" };

/** People who fit their country and type, each with an address under example.org that nobody else has. */
export function peopleFactory(random: Random) {
  const known = new Set<string>();
  const address = (given: string, family: string) => {
    const name = `${slugOf(given, ".")}.${slugOf(family, ".")}`;
    for (let number = 1; ; number++) {
      const email = `${name}${number === 1 ? "" : number}@example.org`;
      if (known.has(email)) continue;
      known.add(email);
      return email;
    }
  };

  return (type: string = random.weighted(typeWeights)): Invented => {
    const country = type === "EU policy-maker" && random.chance(0.6) ? "BE" : random.weighted(countryWeights);
    const list = names[country];
    if (!list) throw new Error(`no names are known for ${country}`);
    const givenName = random.pick(list.given.split(" "));
    const familyName = random.pick(list.family.split(" "));
    return {
      email: address(givenName, familyName),
      givenName,
      familyName,
      locale: languages[country] ?? "en",
      country,
      organisation: organisation(random, type, country),
      jobTitle: random.pick(jobs[type] ?? ["Adviser"]),
      type,
    };
  };
}

function organisation(random: Random, type: string, country: string): string {
  const clusters = facts.clusters.filter((cluster) => cluster.country === country);
  switch (type) {
    case "Cluster organisation":
      return clusters.length
        ? random.pick(clusters).name
        : `${random.pick(facts.partnerships).name} partnership`;
    case "Business network or other SME intermediary":
      return random.chance(0.4)
        ? "Enterprise Europe Network"
        : random.pick([
            "Chamber of commerce",
            "Innovation agency",
            "Technology transfer office",
            "Business incubator",
          ]);
    case "Regional policy-maker":
      return random.pick(["Regional development agency", "Regional government", "County council"]);
    case "National policy-maker":
      return random.pick(["Ministry of the economy", "National innovation agency"]);
    case "EU policy-maker":
      return random.pick(["European Commission", "European Commission", "European Committee of the Regions"]);
    case "Practitioner":
      return random.chance(0.5) ? `${random.pick(facts.partnerships).name} partnership` : "Independent";
    default:
      return random.pick(["University", "Trade press", "Independent", "Research institute"]);
  }
}
