import { and, eq, inArray, lt } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { registrations } from "@/db/schema";
import type { Participant } from "@/lib/auth/actors";
import { endOfDay } from "@/lib/local-time";
import { type LockedConference, lockConference } from "@/lib/places/mutations";
import { countPlaces } from "@/lib/places/queries";
import { nextInLine, openPlaces, openPlacesFor, type Places } from "@/lib/places/rules";
import { findToMove, registrationsToMove, writeMoves } from "@/lib/registration-states/mutations";
import { landing } from "@/lib/registration-states/rules";
import { fail, ok, type Result } from "@/lib/result";
import { drawTicketCode } from "@/lib/tickets/mutations";
import { offerEnd, offerIsOpen } from "./rules";

/**
 * Offers every open place to the next in line. Whatever frees a place or makes new ones calls this before its
 * transaction ends: a cancellation, more capacity, a revoked code, a moved clock.
 */
export async function passOnPlaces(tx: Transaction, conferenceId: string): Promise<void> {
  await passOn(tx, await lockConference(tx, conferenceId));
}

/** As `passOnPlaces`, for who holds the lock already. Answers how it is afterwards. */
export async function passOn(
  tx: Transaction,
  conference: LockedConference,
): Promise<{ places: Places; waiting: number }> {
  const counted = await countPlaces(tx, conference.id, conference.now);
  const until = offerEnd(
    conference.now,
    conference.offerHours,
    endOfDay(conference.endsOn, conference.timeZone),
  );
  let { places, waiting } = counted;
  if (!until) return { places, waiting };
  while (waiting > 0) {
    const open = Object.keys(places.types).filter((typeId) => openPlacesFor(places, typeId) > 0);
    if (open.length === 0) break;
    // No more are read than could be offered: a line of thousands costs nothing while the house is full.
    const line = await registrationsToMove(tx, conference)
      .where(
        and(
          eq(registrations.conferenceId, conference.id),
          eq(registrations.state, "waitlisted"),
          inArray(registrations.typeId, open),
        ),
      )
      .limit(openPlaces(places));
    const offered = nextInLine(places, line);
    if (offered.next.length === 0) break;
    places = offered.places;
    waiting -= offered.next.length;
    await writeMoves(
      tx,
      conference,
      null,
      offered.next.map((registration) => ({
        registration,
        to: landing({ state: "offered", until }, registration),
        invitationId: null,
        action: "registration.offered",
        mail: "offered" as const,
      })),
    );
  }
  return { places, waiting };
}

/** Ends the offers whose time is over and passes their places on. Answers how many ended. */
export async function expireOffers(tx: Transaction, conference: LockedConference): Promise<number> {
  const over = await registrationsToMove(tx, conference).where(
    and(
      eq(registrations.conferenceId, conference.id),
      eq(registrations.state, "offered"),
      lt(registrations.offeredUntil, conference.now),
    ),
  );
  await writeMoves(
    tx,
    conference,
    null,
    over.map((registration) => ({
      registration,
      to: landing({ state: "cancelled", at: conference.now, reason: "offer-expired" }, registration),
      invitationId: null,
      action: "registration.offer-expired",
      mail: "offerExpired" as const,
    })),
  );
  return over.length;
}

/** Brings the line of one conference up to its clock: after the clock was moved, and every minute. */
export async function sweepOffers(db: Database, conferenceId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const conference = await lockConference(tx, conferenceId);
    await expireOffers(tx, conference);
    await passOn(tx, conference);
  });
}

/** Takes the offered place, until the last instant of the offer. Taking it twice is taking it once. */
export async function acceptOffer(db: Database, participant: Participant): Promise<Result> {
  return db.transaction(async (tx) => {
    const conference = await lockConference(tx, participant.conference.id);
    const [registration] = await findToMove(tx, conference, [participant.registrationId]);
    if (registration?.state === "confirmed") return ok(undefined);
    if (registration?.state !== "offered" || !offerIsOpen(registration.offeredUntil, conference.now)) {
      await expireOffers(tx, conference);
      await passOn(tx, conference);
      return fail("offer-over");
    }
    const to = landing(
      { state: "confirmed", at: conference.now, newTicketCode: drawTicketCode() },
      registration,
    );
    await writeMoves(tx, conference, participant, [
      { registration, to, invitationId: null, action: "registration.offer-accepted", mail: "confirmed" },
    ]);
    return ok(undefined);
  });
}

/** Gives the offered place to the next in line, and the registration up. */
export async function declineOffer(db: Database, participant: Participant): Promise<Result> {
  return db.transaction(async (tx) => {
    const conference = await lockConference(tx, participant.conference.id);
    const [registration] = await findToMove(tx, conference, [participant.registrationId]);
    if (registration?.state === "cancelled") return ok(undefined);
    if (registration?.state !== "offered") return fail("offer-over");
    const to = landing({ state: "cancelled", at: conference.now, reason: "participant" }, registration);
    await writeMoves(tx, conference, participant, [
      { registration, to, invitationId: null, action: "registration.offer-declined", mail: "cancelled" },
    ]);
    await passOn(tx, conference);
    return ok(undefined);
  });
}
