import { and, asc, eq } from "drizzle-orm";
import type { Transaction } from "../../client";
import { persons, registrations, releasedSessions, seats } from "../../schema";
import { seeded } from "./random";
import { inBucharest } from "./time";

/** What the demonstration needs of lib/commitments, which db may not import: it is handed in. */
export type SeatTools = {
  /** Takes the time of seats for their people; answers whose time was free. */
  commitSeats: (tx: Transaction, seatIds: string[]) => Promise<string[]>;
};

type Wanted = { booked: number; waiting: number; participant?: "booked" | "waiting" };

// Three breakouts at the same time, and a training that is full.
const parallel: Record<string, Wanted> = {
  "circular-europe": { booked: 106, waiting: 0, participant: "booked" },
  "shared-value-and-social-impact": { booked: 98, waiting: 0 },
  "digitalisation-and-skills-gap": { booked: 64, waiting: 0 },
};
const training: Record<string, Wanted> = {
  "masterclass-ter-training-for-cluster-managers-and-policy-makers": {
    booked: 60,
    waiting: 6,
    participant: "waiting",
  },
};
/** Where the participant of the demonstration stands on the waiting list. */
const SECOND = 1;
const SHOWN = "participant@example.org";
const HOUR = 3_600_000;

/** Invented bookings of the invented participants, in the order in which they asked. */
export async function addSeats(tx: Transaction, conferenceId: string, { commitSeats }: SeatTools) {
  const people = await tx
    .select({ id: registrations.id, since: registrations.confirmedAt, email: persons.email })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .where(and(eq(registrations.conferenceId, conferenceId), eq(registrations.state, "confirmed")))
    .orderBy(asc(registrations.arrival));
  const sessions = await tx
    .select()
    .from(releasedSessions)
    .where(eq(releasedSessions.conferenceId, conferenceId));
  const shown = people.find(({ email }) => email === SHOWN);
  if (!shown) throw new Error(`${SHOWN} is not registered`);
  const random = seeded(20190516);
  const clock = inBucharest("2019-03-20T10:00").getTime();
  const booked: string[] = [];
  for (const group of [parallel, training]) {
    // Nobody is in two of the parallel ones.
    let others = random.sample(
      people.filter((one) => one !== shown),
      people.length,
    );
    for (const [slug, wanted] of Object.entries(group)) {
      const session = sessions.find((one) => one.slug === slug);
      if (session?.seats === undefined || (session.seats ?? 0) < wanted.booked)
        throw new Error(`the data file has changed: ${slug} has not the seats that the demonstration books`);
      const count = wanted.booked + wanted.waiting - (wanted.participant ? 1 : 0);
      const asking = others
        .slice(0, count)
        .map(({ id, since }) => ({ id, at: since?.getTime() ?? clock }))
        .map(({ id, at }) => ({ id, at: Math.min(clock - HOUR, at + random.between(0, 200) * HOUR) }))
        .sort((a, b) => a.at - b.at);
      others = others.slice(count);
      if (wanted.participant) {
        const at = wanted.participant === "booked" ? 12 : wanted.booked + SECOND;
        asking.splice(at, 0, { id: shown.id, at: asking[at]?.at ?? clock - HOUR });
      }
      const rows = await tx
        .insert(seats)
        .values(
          asking.map(({ id, at }, index) => ({
            conferenceId,
            sessionId: session.sessionId,
            registrationId: id,
            askedAt: new Date(at),
            ...(index < wanted.booked
              ? { state: "booked" as const, bookedAt: new Date(at) }
              : { state: "waiting" as const }),
          })),
        )
        .returning({ id: seats.id, state: seats.state });
      booked.push(...rows.flatMap(({ id, state }) => (state === "booked" ? [id] : [])));
    }
  }
  const kept = await commitSeats(tx, booked);
  if (kept.length !== booked.length) throw new Error("two seats of the demonstration overlap");
}
