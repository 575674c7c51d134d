import type { AnswerValue } from "../../schema";
import { facts } from "./facts";
import { DIETS, industryValues } from "./questions";
import type { Random } from "./random";
import type { Planned } from "./registrations";

const expectations = [
  "Two partners for a project on circular construction.",
  "To hear what other clusters do about skills, from people who have tried it.",
  "A consortium for the next call.",
  "To understand what the Commission plans for clusters after 2020.",
  "Honest talks about what did not work.",
  "One follow-up meeting that leads somewhere.",
  "Contacts in the Danube region.",
  "Ideas for financing a cluster when project money ends.",
];

const needs = [
  "Step-free routes between the halls, please; I use a wheelchair.",
  "A seat near the front: I lip-read.",
  "Slides in advance, in large print.",
  "A quiet room for a break at noon.",
  "My companion comes along.",
];

const countries = [...new Set(facts.clusters.map(({ country }) => country))];

/** What an invented participant answered and agreed to. Not everyone answers what is not required. */
export function answersOf(one: Planned, random: Random) {
  const ordinary: Record<string, AnswerValue> = {
    arrival: random.weighted({ "morning-14": 5, "noon-14": 4, "day-15": 1 }),
  };
  if (random.chance(0.9)) ordinary.industries = random.sample(industryValues, random.between(1, 3));
  if (random.chance(0.85)) ordinary["first-time"] = random.chance(0.55);
  if (random.chance(0.5))
    ordinary["partner-country"] = random.pick(countries.filter((code) => code !== one.country));
  if (one.type === "Cluster organisation" && random.chance(0.8)) ordinary.members = random.between(3, 60) * 5;
  if (random.chance(0.05)) ordinary.colleague = random.pick(facts.clusters).name;
  if (random.chance(0.35)) ordinary.expectation = random.pick(expectations);

  const sensitive: Record<string, AnswerValue> = {};
  if (random.chance(0.7)) {
    const [everything, ...others] = DIETS;
    sensitive.diet = random.chance(0.72) ? everything : random.pick(others);
  }
  if (random.chance(0.04)) sensitive.access = random.pick(needs);

  const consents = ["processing"];
  if (random.chance(0.74)) consents.push("list");
  if (random.chance(0.61)) consents.push("photos");
  return { ordinary, sensitive, consents };
}
