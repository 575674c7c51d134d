import type { Database } from "@/db/client";
import type { Guest, Participant } from "@/lib/auth/actors";
import { endOfDay } from "@/lib/local-time";
import { passOn } from "@/lib/offers/mutations";
import { lockConference } from "@/lib/places/mutations";
import { countPlaces } from "@/lib/places/queries";
import { findToMove, writeMoves } from "@/lib/registration-states/mutations";
import { landing } from "@/lib/registration-states/rules";
import { findOwnRegistration } from "@/lib/registrations/queries";
import { mayCancel, mayUndo } from "@/lib/registrations/rules";
import { fail, ok, type Result } from "@/lib/result";
import { reinstated } from "@/lib/undos/mutations";
import { listStatesBefore } from "@/lib/undos/queries";

/** Gives the place up; the next in line is offered it in the same transaction. */
export async function cancelRegistration(db: Database, participant: Participant): Promise<Result> {
  return db.transaction(async (tx) => {
    const conference = await lockConference(tx, participant.conference.id);
    const [registration] = await findToMove(tx, conference, [participant.registrationId]);
    if (!registration) return fail("not-found");
    if (registration.state === "cancelled") return ok(undefined);
    if (!mayCancel(registration, conference.now, endOfDay(conference.endsOn, conference.timeZone)))
      return fail("not-cancellable");
    await writeMoves(tx, conference, participant, [
      {
        registration,
        to: landing({ state: "cancelled", at: conference.now, reason: "participant" }, registration),
        // Kept, so that an undo finds the code again; only who holds a place counts as having used it.
        invitationId: registration.invitationId,
        action: "registration.cancelled",
        mail: "cancelled",
      },
    ]);
    await passOn(tx, conference);
    return ok(undefined);
  });
}

/** Takes one's own cancellation back, while there is a place; a place in line comes back as it was. */
export async function undoCancel(db: Database, guest: Guest): Promise<Result> {
  return db.transaction(async (tx) => {
    const conference = await lockConference(tx, guest.conference.id);
    const own = await findOwnRegistration(tx, conference.id, guest.personId);
    if (own && own.state !== "cancelled") return ok(undefined);
    if (!own || !mayUndo(own)) return fail("undo-over");
    if (conference.now > endOfDay(conference.endsOn, conference.timeZone)) return fail("undo-over");
    const [registration] = await findToMove(tx, conference, [own.id]);
    if (!registration) return fail("not-found");
    await passOn(tx, conference);
    const { places, codes } = await countPlaces(tx, conference.id, conference.now);
    const before = await listStatesBefore(tx, conference, [own.id]);
    const { move } = reinstated(registration, before.get(own.id), places, codes, conference.now);
    // Someone who had a place would now stand in line with an old number, before those who waited.
    if (registration.confirmedAt && move.to.state !== "confirmed") return fail("undo-full");
    await writeMoves(tx, conference, guest, [move]);
    await passOn(tx, conference);
    return ok(undefined);
  });
}
