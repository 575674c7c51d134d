import { and, asc, eq, exists, inArray, not, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { commitments, persons, registrations, releasedSessions, seats } from "@/db/schema";
import { recordAudits } from "@/lib/audit/mutations";
import { commitSeats } from "@/lib/commitments/mutations";
import { ofItsWorld } from "@/lib/commitments/queries";
import { queueMails } from "@/lib/mail/queue";
import { type OfSeats, seatMailWriter } from "@/lib/mail/seats";
import { openSeats, type SeatEffect } from "@/lib/seats/rules";
import { countSeats } from "./queries";

declare const proof: unique symbol;
type Row = typeof releasedSessions.$inferSelect;
/** A session of the last release whose row this transaction holds. Only `lockSessions` makes one. */
export type LockedSession = Row & { readonly [proof]: "locked" };

/**
 * Everyone who takes or gives back a seat comes through here, one at a time for each session, until the
 * transaction ends. What is read after it is true until then. Several sessions are locked in order of their
 * ids, always in one call, so that nobody waits in a circle; a person's own registration is locked before.
 * Without `sessionIds`: every session of the conference. `lock: false` is for the tests that show what happens
 * without.
 */
export async function lockSessions(
  tx: Transaction,
  conferenceId: string,
  sessionIds?: string[],
  { lock = true }: { lock?: boolean } = {},
): Promise<LockedSession[]> {
  if (sessionIds?.length === 0) return [];
  const read = tx
    .select()
    .from(releasedSessions)
    .where(
      and(
        eq(releasedSessions.conferenceId, conferenceId),
        sessionIds && inArray(releasedSessions.sessionId, sessionIds),
      ),
    )
    .orderBy(asc(releasedSessions.sessionId));
  return (await (lock ? read.for("no key update") : read)) as LockedSession[];
}

/**
 * Who takes time for others does it one transaction after the other: two that took it for the same people in
 * another order would wait for each other. After the sessions' locks, before any commitment is written.
 */
export const lockLines = (tx: Transaction) => tx.execute(sql`select pg_advisory_xact_lock(7365617473)`);

/**
 * Gives every open seat of these sessions to the next in line who is free then; who is not keeps the place in
 * line and is passed over. Each is told by mail, unless the caller tells them (`mails: false`). Whatever frees a
 * seat, or somebody's time, calls this before its transaction ends.
 */
export async function moveUp(
  tx: Transaction,
  conference: OfSeats,
  sessions: LockedSession[],
  { mails = true } = {},
): Promise<SeatEffect[]> {
  const counts = await countSeats(
    tx,
    sessions.map(({ sessionId }) => sessionId),
  );
  const moved: string[] = [];
  for (const session of sessions) {
    const count = counts.get(session.sessionId);
    if (!count || count.waiting === 0) continue;
    let open = Math.min(count.waiting, openSeats(session, count.booked, conference.now));
    if (open > 0) await lockLines(tx);
    while (open > 0) {
      const next = await nextInLine(tx, session, open);
      if (next.length === 0) break;
      // Fewer than asked when something else took their time meanwhile; the next turn sees it.
      const booked = await commitSeats(tx, next);
      if (booked.length > 0)
        await tx
          .update(seats)
          .set({ state: "booked", bookedAt: conference.now })
          .where(and(inArray(seats.id, booked), eq(seats.state, "waiting")));
      moved.push(...booked);
      open -= booked.length;
    }
  }
  return tell(tx, conference, moved, mails);
}

async function nextInLine(tx: Transaction, session: LockedSession, limit: number): Promise<string[]> {
  const taken = tx
    .select({ id: commitments.id })
    .from(commitments)
    .where(
      and(
        eq(commitments.personId, registrations.personId),
        ofItsWorld(session.conferenceId),
        sql`${commitments.during} && tstzrange(${session.startsAt.toISOString()}::timestamptz, ${session.endsAt.toISOString()}::timestamptz)`,
      ),
    );
  const rows = await tx
    .select({ id: seats.id })
    .from(seats)
    .innerJoin(registrations, eq(registrations.id, seats.registrationId))
    .where(
      and(
        eq(seats.sessionId, session.sessionId),
        eq(seats.state, "waiting"),
        eq(registrations.state, "confirmed"),
        not(exists(taken)),
      ),
    )
    .orderBy(asc(seats.arrival))
    .limit(limit);
  return rows.map(({ id }) => id);
}

async function tell(
  tx: Transaction,
  conference: OfSeats,
  seatIds: string[],
  mails: boolean,
): Promise<SeatEffect[]> {
  if (seatIds.length === 0) return [];
  const people = await tx
    .select({
      registrationId: seats.registrationId,
      personId: registrations.personId,
      sessionId: seats.sessionId,
      email: persons.email,
      givenName: registrations.givenName,
      locale: registrations.locale,
      session: releasedSessions,
    })
    .from(seats)
    .innerJoin(registrations, eq(registrations.id, seats.registrationId))
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .innerJoin(releasedSessions, eq(releasedSessions.sessionId, seats.sessionId))
    .where(inArray(seats.id, seatIds))
    .orderBy(asc(seats.arrival));
  if (mails) {
    const write = await seatMailWriter();
    await queueMails(
      tx,
      people.map((person) => write("movedUp", conference, person, person.session)),
    );
  }
  await recordAudits(
    tx,
    people.map(({ registrationId, sessionId }) => ({
      actor: null,
      conferenceId: conference.id,
      action: "seat.moved-up",
      subject: "registration",
      subjectId: registrationId,
      detail: { session: sessionId },
    })),
  );
  return people.map(({ registrationId, personId, sessionId }) => ({
    registrationId,
    personId,
    sessionId,
    effect: "moved-up" as const,
  }));
}
