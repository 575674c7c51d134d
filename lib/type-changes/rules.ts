import { freePlace, type Places, takePlace } from "@/lib/places/rules";
import { holdsPlace, type RegistrationState } from "@/lib/registration-states/rules";

type Line = { id: string; typeId: string; state: RegistrationState };
type Change<R> = { registration: R; typeId: string };

/** Room that a type has of its own, for a place that is taken already and only changes its kind. */
export function typeHasRoom(places: Places, typeId: string): boolean {
  const type = places.types[typeId];
  return type !== undefined && (type.capacity === null || type.taken + type.reserved < type.capacity);
}

/**
 * Which of an organiser's changes of type have room, in their order. The state of a registration never follows
 * from it: who has a place keeps it where the new type has room, and only then; who has none changes freely.
 */
export function sortByRoom<R extends Line>(changes: Change<R>[], places: Places) {
  let left = places;
  const fit: Change<R>[] = [];
  const full: Change<R>[] = [];
  for (const change of changes) {
    const { registration, typeId } = change;
    const holds = holdsPlace(registration.state);
    if (holds && !typeHasRoom(left, typeId)) {
      full.push(change);
      continue;
    }
    if (holds) left = takePlace(freePlace(left, registration.typeId), typeId);
    fit.push(change);
  }
  return { fit, full };
}
