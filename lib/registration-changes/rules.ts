import { freePlace, openPlacesFor, type Places } from "@/lib/places/rules";
import type { RegistrationState } from "@/lib/registration-states/rules";

type Standing = { state: RegistrationState; typeId: string; invitationTypeId: string | null };
type Target = { id: string; needsApproval: boolean };

/**
 * What a change of the participant type does. A held place moves to the new type where that has room; who
 * stands in line keeps the place in line; approval cannot be gone around.
 */
export function changeOfType(
  { state, typeId, invitationTypeId }: Standing,
  target: Target,
  places: Places,
): { state: RegistrationState } | { refused: "type" | "type-invitation" | "type-approval" | "type-full" } {
  if (target.id === typeId) return { state };
  if (invitationTypeId !== null && invitationTypeId !== target.id) return { refused: "type-invitation" };
  switch (state) {
    case "confirmed":
    case "offered":
      if (target.needsApproval) return { refused: "type-approval" };
      if (openPlacesFor(freePlace(places, typeId), target.id) < 1) return { refused: "type-full" };
      return { state };
    case "pending":
      if (target.needsApproval) return { state };
      return { state: openPlacesFor(places, target.id) > 0 ? "confirmed" : "waitlisted" };
    case "waitlisted":
      return { state: target.needsApproval ? "pending" : "waitlisted" };
    case "cancelled":
      return { state };
  }
}
