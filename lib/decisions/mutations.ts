import type { Database, Transaction } from "@/db/client";
import type { Organiser } from "@/lib/auth/actors";
import { passOn } from "@/lib/offers/mutations";
import { type LockedConference, lockConference } from "@/lib/places/mutations";
import { countPlaces } from "@/lib/places/queries";
import { hasAnyPlace, type OpenInvitation, openPlacesFor, type Places, takePlace } from "@/lib/places/rules";
import { findToMove, type Moving, type WrittenMove, writeMoves } from "@/lib/registration-states/mutations";
import { landing, type MoveName, mayMove } from "@/lib/registration-states/rules";
import { fail, ok, type Result } from "@/lib/result";
import { drawTicketCode } from "@/lib/tickets/mutations";

/** What an organiser's decision on several registrations did. */
export type Decided = {
  /** Those that moved, for an undo. */
  ids: string[];
  /** Chosen, but not in a state from which this move leads, or without a place. */
  skipped: number;
};

type Step = { move: WrittenMove; places: Places } | null;
type Decide = (registration: Moving, places: Places, codes: Code[], now: Date) => Step;
export type Code = OpenInvitation & { id: string };

/** Pending ones get a place each, in order of arrival, or a place in line while there is none. */
export const approve = (db: Database, organiser: Organiser, ids: string[]) =>
  decide(db, organiser, ids, "approve", (registration, places, _codes, now) => {
    if (openPlacesFor(places, registration.typeId) > 0) {
      const to = confirmed(registration, now);
      return {
        move: { registration, to, invitationId: null, action: "registration.approved", mail: "approved" },
        places: takePlace(places, registration.typeId),
      };
    }
    const to = landing({ state: "waitlisted" }, registration);
    return {
      move: {
        registration,
        to,
        invitationId: null,
        action: "registration.approved",
        mail: "approvedWaiting",
      },
      places,
    };
  });

/** `words`: why, for the person's mail and page; the same for all. */
export const decline = (db: Database, organiser: Organiser, ids: string[], words = "") =>
  decide(db, organiser, ids, "decline", (registration, places, _codes, now) => ({
    move: {
      registration,
      to: landing({ state: "cancelled", at: now, reason: "declined", words }, registration),
      invitationId: null,
      action: "registration.declined",
      mail: "declined",
    },
    places,
  }));

/**
 * From the waiting list past the line, or an offer taken on the person's behalf. It may use a place that a
 * code reserves, but never more places than there are.
 */
export const admit = (db: Database, organiser: Organiser, ids: string[]) =>
  decide(db, organiser, ids, "admit", (registration, places, _codes, now) => {
    const holds = registration.state === "offered";
    if (!holds && !hasAnyPlace(places, registration.typeId)) return null;
    const to = confirmed(registration, now);
    return {
      move: { registration, to, invitationId: null, action: "registration.admitted", mail: "confirmed" },
      places: holds ? places : takePlace(places, registration.typeId),
    };
  });

/** Cancels by the organiser. Who was checked in has come, and is skipped. */
export const cancelByOrganiser = (db: Database, organiser: Organiser, ids: string[]) =>
  decide(db, organiser, ids, "cancel", (registration, places, _codes, now) => {
    if (registration.checkedInAt) return null;
    const to = landing({ state: "cancelled", at: now, reason: "organiser" }, registration);
    return {
      move: {
        registration,
        to,
        invitationId: registration.invitationId,
        action: "registration.cancelled",
        mail: "cancelledByOrganiser",
      },
      places,
    };
  });

/** Confirmed from `at` on, or from when it once was. */
export const confirmed = (registration: Moving, at: Date) =>
  landing({ state: "confirmed", at, newTicketCode: drawTicketCode() }, registration);

/** One decision on several registrations, step by step under the conference's lock. */
export async function decide(
  db: Database,
  organiser: Organiser,
  ids: string[],
  name: MoveName,
  step: Decide,
): Promise<Result<Decided>> {
  return db.transaction(async (tx) => {
    const conference = await lockConference(tx, organiser.conference.id);
    // Nobody is approved or admitted past someone who could have had the place a moment ago.
    await passOn(tx, conference);
    const chosen = await findToMove(tx, conference, ids);
    const moves = await steps(
      tx,
      conference,
      chosen.filter(({ state }) => mayMove(name, state)),
      step,
    );
    if (moves.length === 0) return fail(chosen.length === 0 ? "not-found" : "no-place-or-state");
    await writeMoves(tx, conference, organiser, moves);
    await passOn(tx, conference);
    return ok({
      ids: moves.map(({ registration }) => registration.id),
      skipped: ids.length - moves.length,
    });
  });
}

async function steps(tx: Transaction, conference: LockedConference, chosen: Moving[], step: Decide) {
  const counted = await countPlaces(tx, conference.id, conference.now);
  let { places } = counted;
  const used = new Map<string, number>();
  return chosen.flatMap((registration) => {
    const codes = counted.codes.map((code) => ({ ...code, unused: code.unused - (used.get(code.id) ?? 0) }));
    const done = step(registration, places, codes, conference.now);
    if (!done) return [];
    places = done.places;
    const { invitationId, to } = done.move;
    if (invitationId && to.state === "confirmed") used.set(invitationId, (used.get(invitationId) ?? 0) + 1);
    return [done.move];
  });
}
