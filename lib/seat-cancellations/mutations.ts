import { and, eq, inArray } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { again } from "@/db/retry";
import { persons, registrations, seats } from "@/db/schema";
import { recordAudits } from "@/lib/audit/mutations";
import type { Organiser } from "@/lib/auth/actors";
import { freeSeats } from "@/lib/commitments/mutations";
import { queueMail } from "@/lib/mail/queue";
import { type OfSeats, seatMailWriter } from "@/lib/mail/seats";
import { lockOwn, ownHeld } from "@/lib/own-seats/mutations";
import { fail, ok, type Result } from "@/lib/result";
import { lockSessions, moveUp } from "@/lib/seat-waiting-list/mutations";

type Reason = Exclude<(typeof seats.$inferSelect)["cancelReason"], null>;
type Actor = { number: number; network: string } | null;
export type Held = { id: string; registrationId: string; personId: string; sessionId: string };

const heldColumns = {
  id: seats.id,
  registrationId: seats.registrationId,
  personId: registrations.personId,
  sessionId: seats.sessionId,
};

/** Seats with whose they are; the caller says which. */
export const heldSeats = (tx: Transaction) =>
  tx
    .select(heldColumns)
    .from(seats)
    .innerJoin(registrations, eq(registrations.id, seats.registrationId))
    .$dynamic();

const ids = (list: Held[]) => list.map(({ id }) => id);

/** Ends seats and waits whose sessions are locked, and gives their time back. Moving up is the caller's. */
export async function endSeats(
  tx: Transaction,
  conference: { id: string; now: Date },
  actor: Actor,
  ending: Held[],
  reason: Reason,
): Promise<void> {
  if (ending.length === 0) return;
  await freeSeats(tx, ids(ending));
  const written = await tx
    .update(seats)
    .set({ state: "cancelled", cancelReason: reason, cancelledAt: conference.now })
    .where(
      and(
        eq(seats.conferenceId, conference.id),
        inArray(seats.id, ids(ending)),
        inArray(seats.state, ["booked", "waiting"]),
      ),
    )
    .returning({ id: seats.id });
  // Under the locks nobody else moves a seat; if one moved, the decision rests on nothing.
  if (written.length !== ending.length) throw new Error("A seat moved while its session was locked");
  await recordAudits(
    tx,
    ending.map(({ registrationId, sessionId }) => ({
      actor,
      conferenceId: conference.id,
      action: "seat.ended",
      subject: "registration",
      subjectId: registrationId,
      detail: { session: sessionId, reason },
    })),
  );
}

/**
 * The seats and waits of registrations that are not confirmed any more end, and the next in line move up. The
 * registrations were written before, in this transaction: so nobody books for them meanwhile.
 */
export async function endSeatsOf(
  tx: Transaction,
  conference: OfSeats,
  registrationIds: string[],
): Promise<void> {
  if (registrationIds.length === 0) return;
  const theirs = and(
    eq(seats.conferenceId, conference.id),
    inArray(seats.registrationId, registrationIds),
    inArray(seats.state, ["booked", "waiting"]),
  );
  const where = await tx.selectDistinct({ id: seats.sessionId }).from(seats).where(theirs);
  if (where.length === 0) return;
  const locked = await lockSessions(
    tx,
    conference.id,
    where.map(({ id }) => id),
  );
  await endSeats(tx, conference, null, await heldSeats(tx).where(theirs), "registration-cancelled");
  await moveUp(tx, conference, locked);
}

/** Takes someone off a session: the person is told by mail, the next in line moves up. Twice is once. */
export const removeSeat = (db: Database, organiser: Organiser, seatId: string): Promise<Result> =>
  again(() =>
    db.transaction(async (tx): Promise<Result> => {
      const { conference } = organiser;
      const [of] = await tx
        .select({
          personId: persons.id,
          email: persons.email,
          givenName: registrations.givenName,
          locale: registrations.locale,
        })
        .from(seats)
        .innerJoin(registrations, eq(registrations.id, seats.registrationId))
        .innerJoin(persons, eq(persons.id, registrations.personId))
        .where(and(eq(seats.conferenceId, conference.id), eq(seats.id, seatId)));
      if (!of) return fail("not-found");
      const own = await lockOwn(tx, { ...of, conference }, { anyState: true });
      const seat = own?.seats.find(({ id }) => id === seatId);
      if (!own || !seat) return ok(undefined);
      const locked = await lockSessions(tx, conference.id, own.sessionIds);
      await endSeats(tx, own.conference, organiser, [ownHeld(own, seat)], "organiser");
      const session = locked.find(({ sessionId }) => sessionId === seat.sessionId);
      const write = await seatMailWriter();
      if (session) await queueMail(tx, write("removed", own.conference, of, session));
      await moveUp(tx, own.conference, locked);
      return ok(undefined);
    }),
  );
