import type { Transaction } from "../../client";
import { conferences, editions, type windowModule, windows } from "../../schema";
import { facts } from "./facts";
import { inBucharest } from "./time";

type Module = (typeof windowModule.enumValues)[number];

/** The names of the data file, and ours. */
const modules: Record<string, Module> = {
  registration: "registration",
  ideas: "ideas",
  consultations: "consultations",
  matchmakingBooking: "meetings",
  awardApplications: "award-applications",
  awardVote: "award-vote",
};

/** Where the rehearsal stands: registration and the call for ideas are open. */
export const DEMONSTRATION_CLOCK = inBucharest("2019-03-20T10:00");

export async function addConference(tx: Transaction): Promise<string> {
  const { venue, ...fact } = facts.conference;
  const [conference] = await tx
    .insert(conferences)
    .values({
      slug: fact.slug,
      name: fact.name,
      shortName: fact.shortName,
      edition: fact.edition,
      theme: {
        en: fact.theme,
        ro: "Conectarea ecosistemelor: punți, inspirație, schimbare",
        fr: "Relier les écosystèmes : rapprocher, inspirer, transformer",
        de: "Ökosysteme verbinden: Brücken bauen, inspirieren, verändern",
      },
      startsOn: fact.start,
      endsOn: fact.end,
      timeZone: fact.timeZone,
      locale: fact.language,
      capacity: fact.capacity,
      fee: {
        en: "Free of charge",
        ro: "Participare gratuită",
        fr: "Participation gratuite",
        de: "Teilnahme kostenlos",
      },
      hashtag: fact.hashtag,
      venueName: venue.name,
      venueAddress: venue.address,
      venueCity: venue.city,
      venueCountry: venue.country,
      organisers: fact.organisers,
      partners: fact.partners,
      contactEmail: "organiser@example.org",
      mode: "rehearsal",
      clockSetAt: DEMONSTRATION_CLOCK,
      isDemonstration: true,
    })
    .returning({ id: conferences.id });
  if (!conference) throw new Error("the demonstration's conference was not written");
  await tx.insert(windows).values(
    Object.entries(fact.windows).map(([key, { opens, closes }]) => {
      const module = modules[key];
      if (!module) throw new Error(`no module is named after the window "${key}"`);
      return {
        conferenceId: conference.id,
        module,
        opensAt: inBucharest(opens),
        closesAt: inBucharest(closes),
      };
    }),
  );
  await tx
    .insert(editions)
    .values(facts.editions.map((edition) => ({ conferenceId: conference.id, ...edition })));
  return conference.id;
}
