import { createHash } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { persons, type ReleaseContent, registrations, seats, stars } from "@/db/schema";
import { canonical } from "@/lib/releases/rules";
import type { SeatEffect } from "@/lib/seats/rules";

const wordFor = (text: string) => createHash("sha256").update(text).digest("base64url");

/** A word for what would be published over what: another word when either changed meanwhile. */
export const stateOf = (content: ReleaseContent, current: number): string =>
  wordFor(`${current} ${canonical(content)}`);

const taken = ["ended", "lost", "waiting"] satisfies SeatEffect["effect"][];

/**
 * A word for who would lose what: another word when someone else would. Who would get a seat is left out, so
 * that publishing is not stopped by everyone who joins a line.
 */
export const takenOf = (effects: readonly SeatEffect[]): string =>
  wordFor(
    effects
      .filter(({ effect }) => taken.some((one) => one === effect))
      .map(({ registrationId, sessionId, effect }) => `${registrationId} ${sessionId} ${effect}`)
      .sort()
      .join("\n"),
  ).slice(0, 20);

/** Who starred one of these sessions, or has or waits for a seat in it. */
export async function listMarks(executor: Executor, conference: { id: string }, sessionIds: string[]) {
  if (sessionIds.length === 0) return [];
  const starred = await executor
    .select({ personId: stars.personId, sessionId: stars.sessionId })
    .from(stars)
    .where(and(eq(stars.conferenceId, conference.id), inArray(stars.sessionId, sessionIds)));
  const seated = await executor
    .select({ personId: registrations.personId, sessionId: seats.sessionId })
    .from(seats)
    .innerJoin(registrations, eq(registrations.id, seats.registrationId))
    .where(
      and(
        eq(seats.conferenceId, conference.id),
        inArray(seats.sessionId, sessionIds),
        inArray(seats.state, ["booked", "waiting"]),
      ),
    );
  return [...starred, ...seated];
}

/** Who is written to, in the language of the other mails about this conference. */
export async function listReaders(executor: Executor, conference: { id: string }, personIds: string[]) {
  if (personIds.length === 0) return [];
  return executor
    .select({
      personId: persons.id,
      email: persons.email,
      givenName: persons.givenName,
      locale: sql<string>`coalesce(${registrations.locale}, ${persons.locale})`,
    })
    .from(persons)
    .leftJoin(
      registrations,
      and(eq(registrations.conferenceId, conference.id), eq(registrations.personId, persons.id)),
    )
    .where(inArray(persons.id, personIds))
    .orderBy(persons.id);
}

/** The names of those whose seat a release would end, move back or give. */
export async function listNames(executor: Executor, conference: { id: string }, registrationIds: string[]) {
  if (registrationIds.length === 0) return new Map<string, string>();
  const rows = await executor
    .select({
      id: registrations.id,
      givenName: registrations.givenName,
      familyName: registrations.familyName,
    })
    .from(registrations)
    .where(and(eq(registrations.conferenceId, conference.id), inArray(registrations.id, registrationIds)));
  return new Map(rows.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`]));
}
