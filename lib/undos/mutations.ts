import type { Database } from "@/db/client";
import type { Organiser } from "@/lib/auth/actors";
import { type Code, confirmed, decide } from "@/lib/decisions/mutations";
import { invitationHasPlace, openPlacesFor, type Places, takePlace } from "@/lib/places/rules";
import type { Moving } from "@/lib/registration-states/mutations";
import { landing, type RegistrationState, reinstatedState } from "@/lib/registration-states/rules";
import { listCancelReasons, listStatesBefore } from "./queries";

/** The undo of a cancellation: the place where there still is one, else the old place in line. */
export async function reinstate(db: Database, organiser: Organiser, ids: string[]) {
  const before = await listStatesBefore(db, organiser.conference, ids);
  return decide(db, organiser, ids, "reinstate", (registration, places, codes, now) =>
    reinstated(registration, before.get(registration.id), places, codes, now),
  );
}

/** Where a cancelled registration comes back to. `stateBefore`: in which it was cancelled. */
export function reinstated(
  registration: Moving,
  stateBefore: RegistrationState | undefined,
  places: Places,
  codes: Code[],
  now: Date,
) {
  const { typeId } = registration;
  const before = reinstatedState(registration, stateBefore);
  const code = codes.find(({ id }) => id === registration.invitationId);
  const byCode = before === "confirmed" && code !== undefined && invitationHasPlace(places, typeId, code);
  const action = "registration.reinstated";
  if (byCode || (before === "confirmed" && openPlacesFor(places, typeId) > 0)) {
    const to = confirmed(registration, now);
    return {
      move: { registration, to, invitationId: byCode ? code.id : null, action, mail: "confirmed" as const },
      places: takePlace(places, typeId, byCode ? code : undefined),
    };
  }
  const state = before === "pending" ? ("pending" as const) : ("waitlisted" as const);
  const mail = state === "pending" ? ("received" as const) : ("waiting" as const);
  const to = landing({ state }, registration);
  return { move: { registration, to, invitationId: null, action, mail }, places };
}

/**
 * The undo of an approval: the organiser decides anew. That there once was a place is forgotten, else a
 * cancellation taken back would confirm what nobody approved.
 */
export const withdrawApproval = (db: Database, organiser: Organiser, ids: string[]) =>
  decide(db, organiser, ids, "withdrawApproval", (registration, places) => {
    if (registration.checkedInAt) return null;
    const to = landing({ state: "pending" }, { ...registration, confirmedAt: null });
    return {
      move: {
        registration,
        to,
        invitationId: null,
        action: "registration.approval-withdrawn",
        mail: "approvalWithdrawn",
      },
      places,
    };
  });

/** The undo of an admission: back to the old place in line. If it is the first there, the place is offered to it again. */
export const withdrawPlace = (db: Database, organiser: Organiser, ids: string[]) =>
  decide(db, organiser, ids, "withdrawPlace", (registration, places) => {
    if (registration.checkedInAt) return null;
    const to = landing({ state: "waitlisted" }, { ...registration, confirmedAt: null });
    return {
      move: {
        registration,
        to,
        invitationId: null,
        action: "registration.place-withdrawn",
        mail: "placeWithdrawn",
      },
      places,
    };
  });

/** The undo of a reinstatement: cancelled as it was before, for the reason it was. */
export async function cancelAgain(db: Database, organiser: Organiser, ids: string[]) {
  const reasons = await listCancelReasons(db, organiser, ids);
  return decide(db, organiser, ids, "cancel", (registration, places, _codes, now) => {
    if (registration.checkedInAt) return null;
    const reason = reasons.get(registration.id) ?? "organiser";
    return {
      move: {
        registration,
        to: landing({ state: "cancelled", at: now, reason }, registration),
        invitationId: registration.invitationId,
        action: "registration.cancelled-again",
        mail: reason === "declined" ? "declined" : "cancelledByOrganiser",
      },
      places,
    };
  });
}
