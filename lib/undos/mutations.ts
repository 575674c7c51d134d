import type { Database } from "@/db/client";
import type { Organiser } from "@/lib/auth/actors";
import { decide } from "@/lib/decisions/mutations";
import { landing } from "@/lib/moves/rules";
import { listCancelReasons } from "./queries";

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
