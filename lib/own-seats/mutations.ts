import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { TakenMeanwhile } from "@/db/retry";
import { conferences, registrations, seats } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Guest } from "@/lib/auth/actors";
import { conferenceNow } from "@/lib/clock";
import { commitSeats } from "@/lib/commitments/mutations";
import { ok, type Result } from "@/lib/result";
import { type LockedSession, moveUp } from "@/lib/seat-waiting-list/mutations";
import { countSeats, findPosition } from "@/lib/seat-waiting-list/queries";
import { openSeats } from "@/lib/seats/rules";

export type Booked = { state: "booked" } | { state: "waiting"; position: number };
export type Own = NonNullable<Awaited<ReturnType<typeof lockOwn>>>;
type OwnSeat = Own["seats"][number];

/**
 * The person's registration, held until the end of the transaction: one person books one thing at a time, and
 * not while the registration is being cancelled. With the active seats, and the conference as it is now.
 * Undefined without a confirmed registration, or without any where `anyState` is asked.
 */
export async function lockOwn(
  tx: Transaction,
  { personId, conference: { id: conferenceId } }: { personId: string; conference: { id: string } },
  { anyState = false } = {},
) {
  const [registration] = await tx
    .select({ id: registrations.id, state: registrations.state })
    .from(registrations)
    .where(and(eq(registrations.conferenceId, conferenceId), eq(registrations.personId, personId)))
    .for("no key update");
  if (!registration || (registration.state !== "confirmed" && !anyState)) return undefined;
  const [[conference], active] = await Promise.all([
    tx.select().from(conferences).where(eq(conferences.id, conferenceId)),
    tx
      .select({
        id: seats.id,
        sessionId: seats.sessionId,
        state: seats.state,
        arrival: seats.arrival,
        bookedAt: seats.bookedAt,
      })
      .from(seats)
      .where(and(eq(seats.registrationId, registration.id), inArray(seats.state, ["booked", "waiting"]))),
  ]);
  if (!conference) throw new Error("The conference was deleted meanwhile");
  return {
    registrationId: registration.id,
    personId,
    seats: active,
    sessionIds: active.map(({ sessionId }) => sessionId),
    conference: { ...conference, now: conferenceNow(conference) },
  };
}

export const ownHeld = ({ registrationId, personId }: Own, { id, sessionId }: OwnSeat) => ({
  id,
  sessionId,
  registrationId,
  personId,
});

/** Seats that are left when everyone in line who could have one has been given it. */
export async function openAfterLine(tx: Transaction, own: Own, session: LockedSession): Promise<number> {
  const count = async () => (await countSeats(tx, [session.sessionId])).get(session.sessionId);
  const before = await count();
  const open = openSeats(session, before?.booked ?? 0, own.conference.now);
  if (open < 1 || !before?.waiting) return open;
  await moveUp(tx, own.conference, [session]);
  return openSeats(session, (await count())?.booked ?? 0, own.conference.now);
}

/** How it stands with a seat or a wait while its session is locked. */
export async function standing(
  tx: Transaction,
  { id, sessionId, arrival }: OwnSeat,
): Promise<Result<Booked>> {
  const [now] = await tx.select({ state: seats.state }).from(seats).where(eq(seats.id, id));
  if (now?.state === "booked") return ok({ state: "booked" });
  return ok({ state: "waiting", position: await findPosition(tx, sessionId, arrival) });
}

/** To the end of the line. */
export async function join(
  tx: Transaction,
  guest: Guest,
  own: Own,
  { sessionId }: LockedSession,
): Promise<Result<Booked>> {
  const row = await write(tx, own, sessionId, "waiting");
  await record(tx, guest, own, "seat.waiting", sessionId);
  return ok({ state: "waiting", position: await findPosition(tx, sessionId, row.arrival) });
}

/** A seat that is there, and its time. `waiting`: the person's own place in line, which becomes the seat. */
export async function take(
  tx: Transaction,
  guest: Guest,
  own: Own,
  { sessionId }: LockedSession,
  waiting?: OwnSeat,
): Promise<Result<Booked>> {
  if (waiting && (await becameBooked(tx, own, waiting))) return ok({ state: "booked" });
  const { id } = waiting ?? (await write(tx, own, sessionId, "booked"));
  // Something else was written into this time since it was looked at: another conference, a moved-up seat.
  if ((await commitSeats(tx, [id])).length === 0) throw new TakenMeanwhile();
  await record(tx, guest, own, "seat.booked", sessionId);
  return ok({ state: "booked" });
}

/** The line may have reached the person a moment ago; then there is nothing left to do. */
async function becameBooked(tx: Transaction, own: Own, { id }: OwnSeat): Promise<boolean> {
  const written = await tx
    .update(seats)
    .set({ state: "booked", bookedAt: own.conference.now })
    .where(and(eq(seats.id, id), eq(seats.state, "waiting")))
    .returning({ id: seats.id });
  return written.length === 0;
}

async function write(tx: Transaction, own: Own, sessionId: string, state: "booked" | "waiting") {
  const { id: conferenceId, now } = own.conference;
  const [row] = await tx
    .insert(seats)
    .values({
      conferenceId,
      sessionId,
      registrationId: own.registrationId,
      state,
      askedAt: now,
      bookedAt: state === "booked" ? now : null,
    })
    .returning({ id: seats.id, arrival: seats.arrival });
  if (!row) throw new Error("The seat was not written");
  return row;
}

const record = (tx: Transaction, guest: Guest, own: Own, action: string, session: string) =>
  recordAudit(tx, {
    actor: guest,
    conferenceId: own.conference.id,
    action,
    subject: "registration",
    subjectId: own.registrationId,
    detail: { session },
  });
