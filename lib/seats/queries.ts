import "server-only";
import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { conferences, registrations, releasedSessions, seats } from "@/db/schema";
import type { Guest } from "@/lib/auth/actors";
import { listOverlapping } from "@/lib/commitments/queries";
import { countSeats, findPosition } from "@/lib/seat-waiting-list/queries";
import type { SeatCounts } from "./rules";

/** The sessions of a conference that are booked, with how many seats are left. Undefined: no such conference. */
export async function findSeatCounts(executor: Executor, slug: string): Promise<SeatCounts | undefined> {
  const rows = await executor
    .select({
      conferenceId: conferences.id,
      id: releasedSessions.sessionId,
      seats: releasedSessions.seats,
    })
    .from(conferences)
    .leftJoin(
      releasedSessions,
      and(
        eq(releasedSessions.conferenceId, conferences.id),
        isNotNull(releasedSessions.seats),
        eq(releasedSessions.cancelled, false),
      ),
    )
    .where(eq(conferences.slug, slug));
  if (rows.length === 0) return undefined;
  const booked = rows.flatMap(({ id, seats: all }) => (id && all ? [{ id, seats: all }] : []));
  const counts = await countSeats(
    executor,
    booked.map(({ id }) => id),
  );
  return Object.fromEntries(
    booked.map(({ id, seats: all }) => {
      const count = counts.get(id);
      return [
        id,
        { seats: all, left: Math.max(0, all - (count?.booked ?? 0)), waiting: count?.waiting ?? 0 },
      ];
    }),
  );
}

const FRESH = 1000;
const asked = new Map<string, { at: number; counts: Promise<SeatCounts | undefined> }>();

/** As findSeatCounts, read at most once a second for each conference, however many visitors look. */
export async function findSeatCountsOften(slug: string): Promise<SeatCounts | undefined> {
  const at = performance.now();
  const recent = asked.get(slug);
  if (recent && at - recent.at < FRESH) return recent.counts;
  const counts = findSeatCounts(db, slug);
  asked.set(slug, { at, counts });
  const found = await counts.catch((cause) => {
    asked.delete(slug);
    throw cause;
  });
  // Invented addresses must not fill the memory.
  if (!found) asked.delete(slug);
  return found;
}

/** How someone stands with the seats of a session of the last release; undefined: there is none of that name. */
export async function findSeatStanding(executor: Executor, guest: Guest, slug: string) {
  const { conference, personId } = guest;
  const [[session], [registration]] = await Promise.all([
    executor
      .select()
      .from(releasedSessions)
      .where(and(eq(releasedSessions.conferenceId, conference.id), eq(releasedSessions.slug, slug))),
    executor
      .select({ id: registrations.id, state: registrations.state })
      .from(registrations)
      .where(and(eq(registrations.conferenceId, conference.id), eq(registrations.personId, personId))),
  ]);
  if (!session) return undefined;
  const { sessionId } = session;
  const [counts, own, busy] = await Promise.all([
    countSeats(executor, [sessionId]),
    registration ? findOwnSeat(executor, registration.id, sessionId) : undefined,
    listOverlapping(executor, { personId, conferenceId: conference.id }, session, sessionId),
  ]);
  const { booked, waiting } = counts.get(sessionId) ?? { booked: 0, waiting: 0 };
  const left = Math.max(0, (session.seats ?? 0) - booked);
  return { session, registration: registration?.state, own, busy, left, waiting };
}

export type SeatStanding = NonNullable<Awaited<ReturnType<typeof findSeatStanding>>>;

async function findOwnSeat(executor: Executor, registrationId: string, sessionId: string) {
  const [own] = await executor
    .select({ id: seats.id, state: seats.state, arrival: seats.arrival, bookedAt: seats.bookedAt })
    .from(seats)
    .where(
      and(
        eq(seats.registrationId, registrationId),
        eq(seats.sessionId, sessionId),
        inArray(seats.state, ["booked", "waiting"]),
      ),
    );
  if (!own) return undefined;
  const position = own.state === "waiting" ? await findPosition(executor, sessionId, own.arrival) : 0;
  return { ...own, position };
}

/** The sessions that are booked, with their numbers, in order of time: for the organiser's desk. */
export async function listSeatedSessions(executor: Executor, conference: { id: string }) {
  const rows = await executor
    .select()
    .from(releasedSessions)
    .where(
      and(
        eq(releasedSessions.conferenceId, conference.id),
        sql`(${releasedSessions.seats} is not null or exists (select from ${seats}
          where ${seats.sessionId} = ${releasedSessions.sessionId} and ${seats.state} <> 'cancelled'))`,
      ),
    )
    .orderBy(asc(releasedSessions.startsAt), asc(releasedSessions.title));
  const counts = await countSeats(
    executor,
    rows.map(({ sessionId }) => sessionId),
  );
  return rows.map((row) => ({ ...row, booked: 0, waiting: 0, ...counts.get(row.sessionId) }));
}
