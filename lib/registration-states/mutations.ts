import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { auditEntries, participantTypes, persons, registrations } from "@/db/schema";
import { queueMails } from "@/lib/mail/queue";
import { type RegistrationMailKind, registrationMailWriter } from "@/lib/mail/registrations";
import type { LockedConference } from "@/lib/places/mutations";
import { endSeatsOf } from "@/lib/seat-cancellations/mutations";
import type { landing } from "./rules";

const columns = {
  id: registrations.id,
  personId: registrations.personId,
  email: persons.email,
  givenName: registrations.givenName,
  locale: registrations.locale,
  typeId: registrations.typeId,
  needsApproval: participantTypes.needsApproval,
  state: registrations.state,
  arrival: registrations.arrival,
  invitationId: registrations.invitationId,
  confirmedAt: registrations.confirmedAt,
  offeredUntil: registrations.offeredUntil,
  cancelReason: registrations.cancelReason,
  ticketCode: registrations.ticketCode,
  checkedInAt: registrations.checkedInAt,
};

/** Registrations of this conference, with what a move needs to know. In order of arrival. */
export const registrationsToMove = (tx: Transaction, conference: LockedConference) =>
  tx
    .select(columns)
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .innerJoin(participantTypes, eq(participantTypes.id, registrations.typeId))
    .orderBy(registrations.arrival)
    .where(eq(registrations.conferenceId, conference.id))
    .$dynamic();

export async function findToMove(tx: Transaction, conference: LockedConference, ids: string[]) {
  if (ids.length === 0) return [];
  return registrationsToMove(tx, conference).where(
    and(eq(registrations.conferenceId, conference.id), inArray(registrations.id, ids)),
  );
}

export type Moving = Awaited<ReturnType<typeof registrationsToMove>>[number];
export type Actor = { number: number; network: string } | null;

export type WrittenMove = {
  registration: Moving;
  to: ReturnType<typeof landing>;
  /** The code whose place it keeps; null when it uses none. */
  invitationId: string | null;
  /** "registration.cancelled" */
  action: string;
  mail: RegistrationMailKind | null;
};

/**
 * Writes moves that were decided under the lock, each with its audit entry and its mail: a few statements,
 * however many there are. `actor` null: the portal itself.
 */
export async function writeMoves(
  tx: Transaction,
  conference: LockedConference,
  actor: Actor,
  moves: readonly WrittenMove[],
): Promise<void> {
  if (moves.length === 0) return;
  const rows = moves.map(({ registration, to, invitationId }) => ({
    id: registration.id,
    before: registration.state,
    invitation: invitationId,
    ...to,
  }));
  const written = await tx.execute(sql`
    update ${registrations} set
      state = moved.state, confirmed_at = moved."confirmedAt", offered_until = moved."offeredUntil",
      cancelled_at = moved."cancelledAt", cancel_reason = moved."cancelReason",
      decline_reason = moved."declineReason",
      ticket_code = moved."ticketCode", invitation_id = moved.invitation, updated_at = now()
    from json_to_recordset(${JSON.stringify(rows)}::json) as moved(
      id uuid, before registration_state, state registration_state, invitation uuid,
      "confirmedAt" timestamptz, "offeredUntil" timestamptz, "cancelledAt" timestamptz,
      "cancelReason" cancel_reason, "declineReason" text, "ticketCode" text)
    where ${registrations.conferenceId} = ${conference.id}
      and ${registrations.id} = moved.id and ${registrations.state} = moved.before`);
  // Under the lock nobody else moves a registration; if one moved, the decision rests on nothing.
  if (written.count !== moves.length) throw new Error("A registration moved while its conference was locked");
  // Seats in sessions are for those who come.
  await endSeatsOf(
    tx,
    conference,
    moves
      .filter(({ registration, to }) => registration.state === "confirmed" && to.state !== "confirmed")
      .map(({ registration }) => registration.id),
  );
  const positions = await positionsOf(
    tx,
    conference,
    moves.filter(({ to }) => to.state === "waitlisted").map(({ registration }) => registration.id),
  );
  const write = await registrationMailWriter();
  await tx.insert(auditEntries).values(
    moves.map(({ registration, to, action }) => ({
      conferenceId: conference.id,
      actorNumber: actor?.number ?? null,
      network: actor?.network ?? null,
      action,
      subject: "registration",
      subjectId: registration.id,
      // Why it was cancelled is gone from the row then; the undo of an undo needs it.
      detail: {
        from: registration.state,
        to: to.state,
        ...(registration.cancelReason ? { reason: registration.cancelReason } : {}),
      },
    })),
  );
  await queueMails(
    tx,
    moves.flatMap(({ registration, to, mail }) =>
      mail
        ? [
            write(mail, conference, registration, {
              ticketCode: to.ticketCode,
              offeredUntil: to.offeredUntil ?? registration.offeredUntil,
              position: positions.get(registration.id) ?? null,
              reason: to.declineReason,
            }),
          ]
        : [],
    ),
  );
}

/** Where each of these stands on the waiting list, from 1. */
async function positionsOf(tx: Transaction, conference: LockedConference, ids: string[]) {
  if (ids.length === 0) return new Map<string, number>();
  const rows = await tx.execute<{ id: string; position: number }>(sql`
    select id, position::int from (
      select id, row_number() over (order by arrival) as position from ${registrations}
      where ${registrations.conferenceId} = ${conference.id} and ${registrations.state} = 'waitlisted') as line
    where id in ${ids}`);
  return new Map(rows.map(({ id, position }) => [id, position]));
}
