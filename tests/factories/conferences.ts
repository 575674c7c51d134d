import type { Database } from "@/db/client";
import { conferences, participantTypes, windowModule, windows } from "@/db/schema";
import type { Conference, WindowModule } from "@/lib/conferences/queries";
import type { Window } from "@/lib/conferences/rules";
import { next } from "./values";

export type ParticipantType = typeof participantTypes.$inferSelect;
export type AConference = Conference & { types: [ParticipantType, ...ParticipantType[]] };

type Overrides = Partial<Omit<typeof conferences.$inferInsert, "id">> & {
  /** Instead of the default windows, in which everything is open at the default clock. */
  windows?: Partial<Record<WindowModule, Window>>;
  /** One participant type each; without it one type that takes anyone. */
  types?: Partial<typeof participantTypes.$inferInsert>[];
};

const open: Window = {
  opensAt: new Date("2019-02-01T08:00:00Z"),
  closesAt: new Date("2019-05-01T21:00:00Z"),
};

/** A conference in rehearsal on 20 March 2019, 10:00 in Bucharest, with 100 places and every window open. */
export async function aConference(db: Database, overrides: Overrides = {}): Promise<AConference> {
  const { windows: given = {}, types = [{}], ...fields } = overrides;
  const number = next();
  const [conference] = await db
    .insert(conferences)
    .values({
      slug: `conference-${number}`,
      name: `Conference of Clusters ${number}`,
      shortName: `Clusters ${number}`,
      startsOn: "2019-05-14",
      endsOn: "2019-05-16",
      timeZone: "Europe/Bucharest",
      capacity: 100,
      clockSetAt: fields.mode === "live" ? null : new Date("2019-03-20T08:00:00Z"),
      ...fields,
    })
    .returning();
  if (!conference) throw new Error("The conference was not written");
  const all = Object.fromEntries(windowModule.enumValues.map((module) => [module, given[module] ?? open]));
  const byModule = all as Record<WindowModule, Window>;
  await db
    .insert(windows)
    .values(
      windowModule.enumValues.map((module) => ({ conferenceId: conference.id, module, ...byModule[module] })),
    );
  const [first, ...others] = await Promise.all(types.map((type) => aParticipantType(db, conference, type)));
  if (!first) throw new Error("A conference needs at least one participant type");
  return { ...conference, windows: byModule, types: [first, ...others] };
}

export async function aParticipantType(
  db: Database,
  conference: { id: string },
  overrides: Partial<typeof participantTypes.$inferInsert> = {},
): Promise<ParticipantType> {
  const number = next();
  const [type] = await db
    .insert(participantTypes)
    .values({ conferenceId: conference.id, name: { en: `Type ${number}` }, position: number, ...overrides })
    .returning();
  if (!type) throw new Error("The participant type was not written");
  return type;
}
