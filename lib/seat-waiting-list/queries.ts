import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { persons, registrations, releasedSessions, seats } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";

export type SeatCount = { booked: number; waiting: number };

/**
 * Seats booked and people waiting, by session; sessions without either are left out. A decision may rest on it
 * only when their rows are locked (lib/seat-waiting-list/mutations).
 */
export async function countSeats(executor: Executor, sessionIds: string[]): Promise<Map<string, SeatCount>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await executor
    .select({
      sessionId: seats.sessionId,
      booked: sql<number>`(count(*) filter (where ${seats.state} = 'booked'))::int`,
      waiting: sql<number>`(count(*) filter (where ${seats.state} = 'waiting'))::int`,
    })
    .from(seats)
    .where(and(inArray(seats.sessionId, sessionIds), inArray(seats.state, ["booked", "waiting"])))
    .groupBy(seats.sessionId);
  return new Map(rows.map(({ sessionId, ...count }) => [sessionId, count]));
}

/** Where someone stands in the line of a session, from 1. */
export async function findPosition(executor: Executor, sessionId: string, arrival: number): Promise<number> {
  return executor.$count(
    seats,
    and(eq(seats.sessionId, sessionId), eq(seats.state, "waiting"), sql`${seats.arrival} <= ${arrival}`),
  );
}

/** Who has a seat in a session, and who waits, each in order of arrival. For the organiser's desk. */
export async function listLine(executor: Executor, { conference }: Organiser, sessionId: string) {
  return executor
    .select({
      id: seats.id,
      state: seats.state,
      askedAt: seats.askedAt,
      bookedAt: seats.bookedAt,
      registrationId: registrations.id,
      givenName: registrations.givenName,
      familyName: registrations.familyName,
      organisation: registrations.organisation,
      country: registrations.country,
      email: persons.email,
      ticketCode: registrations.ticketCode,
    })
    .from(seats)
    .innerJoin(registrations, eq(registrations.id, seats.registrationId))
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .where(
      and(
        eq(seats.conferenceId, conference.id),
        eq(seats.sessionId, sessionId),
        inArray(seats.state, ["booked", "waiting"]),
      ),
    )
    .orderBy(asc(seats.state), asc(seats.arrival));
}

/** A session of the last release by its address. */
export async function findReleased(executor: Executor, { conference }: Organiser, slug: string) {
  const [session] = await executor
    .select()
    .from(releasedSessions)
    .where(and(eq(releasedSessions.conferenceId, conference.id), eq(releasedSessions.slug, slug)));
  return session;
}
