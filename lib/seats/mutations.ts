import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Database, Transaction } from "@/db/client";
import { commitments, conferences, releasedSessions, seats } from "@/db/schema";
import { recordAudit, recordAudits } from "@/lib/audit/mutations";
import type { Organiser } from "@/lib/auth/actors";
import { commitSeats, freeSeats } from "@/lib/commitments/mutations";
import type { OfSeats } from "@/lib/mail/seats";
import { fail, ok, type Result } from "@/lib/result";
import { endSeats, type Held, heldSeats } from "@/lib/seat-cancellations/mutations";
import { type LockedSession, lockLines, lockSessions, moveUp } from "@/lib/seat-waiting-list/mutations";
import { countSeats } from "@/lib/seat-waiting-list/queries";
import type { SeatMinutes } from "./input";
import type { SeatEffect } from "./rules";

const ids = (list: Held[]) => list.map(({ id }) => id);
const effects = (list: Held[], effect: SeatEffect["effect"]): SeatEffect[] =>
  list.map(({ id: _, ...whose }) => ({ ...whose, effect }));

/**
 * Brings seats in step with the last release, after `released_sessions` was written for it. Seats of sessions
 * that are gone or cancelled end; who moved into another commitment loses the seat; where there are fewer seats,
 * who booked last goes back to the line; then the lines move up, in the whole conference, because somebody's
 * time may have become free. Answers all of it, and tells nobody: a release writes one mail to each person. The
 * caller has called `lockSessions(tx, conference.id)` before it wrote the sessions.
 */
export async function settleSeats(
  tx: Transaction,
  conference: OfSeats,
  sessionIds: string[],
): Promise<SeatEffect[]> {
  const locked = await lockSessions(tx, conference.id);
  if (sessionIds.length === 0) return moveUp(tx, conference, locked, { mails: false });
  const running = locked.filter(({ cancelled }) => !cancelled).map(({ sessionId }) => sessionId);
  const over = sessionIds.filter((id) => !running.includes(id));
  const active = and(eq(seats.conferenceId, conference.id), inArray(seats.state, ["booked", "waiting"]));
  const ended =
    over.length > 0
      ? await heldSeats(tx)
          .where(and(active, inArray(seats.sessionId, over)))
          .orderBy(asc(seats.arrival))
      : [];
  await endSeats(tx, conference, null, ended, "session-cancelled");
  const lost = await moveTimes(tx, conference, sessionIds);
  const back = await putBack(
    tx,
    conference,
    locked.filter(({ sessionId }) => sessionIds.includes(sessionId)),
  );
  const up = await moveUp(tx, conference, locked, { mails: false });
  return [...effects(ended, "ended"), ...effects(lost, "lost"), ...effects(back, "waiting"), ...up];
}

/** Seats of sessions that moved take their new time; who booked first keeps it. Answers who could not. */
async function moveTimes(tx: Transaction, conference: OfSeats, sessionIds: string[]): Promise<Held[]> {
  const moved = await heldSeats(tx)
    .innerJoin(commitments, eq(commitments.seatId, seats.id))
    .innerJoin(releasedSessions, eq(releasedSessions.sessionId, seats.sessionId))
    .where(
      and(
        eq(seats.conferenceId, conference.id),
        inArray(seats.sessionId, sessionIds),
        sql`${commitments.during} <> tstzrange(${releasedSessions.startsAt}, ${releasedSessions.endsAt})`,
      ),
    )
    .orderBy(asc(seats.arrival));
  if (moved.length === 0) return [];
  await lockLines(tx);
  // All of them first: two sessions that change places must not stand in each other's way.
  await freeSeats(tx, ids(moved));
  const kept = new Set(await commitSeats(tx, ids(moved)));
  const lost = moved.filter(({ id }) => !kept.has(id));
  await endSeats(tx, conference, null, lost, "session-moved");
  return lost;
}

/** Where more are booked than there are seats, who booked last waits again. */
async function putBack(tx: Transaction, conference: OfSeats, sessions: LockedSession[]): Promise<Held[]> {
  const counts = await countSeats(
    tx,
    sessions.map(({ sessionId }) => sessionId),
  );
  const back: Held[] = [];
  for (const { sessionId, seats: limit } of sessions) {
    const booked = counts.get(sessionId)?.booked ?? 0;
    if (limit === null || booked <= limit) continue;
    const last = await heldSeats(tx)
      .where(and(eq(seats.sessionId, sessionId), eq(seats.state, "booked")))
      .orderBy(desc(seats.bookedAt), desc(seats.arrival))
      .limit(booked - limit);
    await freeSeats(tx, ids(last));
    await tx
      .update(seats)
      .set({ state: "waiting", bookedAt: null })
      .where(and(inArray(seats.id, ids(last)), eq(seats.state, "booked")));
    back.push(...last);
  }
  await recordAudits(
    tx,
    back.map(({ registrationId, sessionId }) => ({
      actor: null,
      conferenceId: conference.id,
      action: "seat.put-back",
      subject: "registration",
      subjectId: registrationId,
      detail: { session: sessionId },
    })),
  );
  return back;
}

/** Until how many minutes before a session its seats are booked and given back. */
export async function changeSeatMinutes(
  db: Database,
  organiser: Organiser,
  { seatMinutes }: z.infer<typeof SeatMinutes>,
): Promise<Result> {
  const { id } = organiser.conference;
  return db.transaction(async (tx) => {
    const [before] = await tx
      .select({ seatMinutes: conferences.seatMinutes })
      .from(conferences)
      .where(eq(conferences.id, id))
      .for("no key update");
    if (!before) return fail("not-found");
    if (before.seatMinutes === seatMinutes) return ok(undefined);
    await tx.update(conferences).set({ seatMinutes }).where(eq(conferences.id, id));
    await recordAudit(tx, {
      actor: organiser,
      conferenceId: id,
      action: "conference.seat-minutes-changed",
      subject: "conference",
      subjectId: id,
      detail: { before: before.seatMinutes, after: seatMinutes },
    });
    return ok(undefined);
  });
}
