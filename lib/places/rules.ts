/**
 * Places of a conference at one moment, counted while its row is locked. A place is taken by who is confirmed
 * or has an offer; it is reserved by a code that is valid and not used up.
 */
export type Places = {
  capacity: number;
  types: Record<string, TypePlaces>;
  /** Unused places of codes that are good for any participant type. */
  reservedForAny: number;
};

export type TypePlaces = {
  /** null: only the conference's capacity limits it */
  capacity: number | null;
  taken: number;
  /** Unused places of codes that are good for this type alone. */
  reserved: number;
};

/** A code that is valid at this moment. */
export type OpenInvitation = { typeId: string | null; unused: number };

const sum = (places: Places, key: "taken" | "reserved") =>
  Object.values(places.types).reduce((total, type) => total + type[key], 0);

export const takenPlaces = (places: Places) => sum(places, "taken");
export const reservedPlaces = (places: Places) => sum(places, "reserved") + places.reservedForAny;

/** Places of the conference that anyone may have. */
export function openPlaces(places: Places): number {
  return Math.max(0, places.capacity - takenPlaces(places) - reservedPlaces(places));
}

/** Places that someone of this type may have without a code. None for a type of another conference. */
export function openPlacesFor(places: Places, typeId: string): number {
  const type = places.types[typeId];
  if (!type) return 0;
  const ofType = type.capacity === null ? Infinity : type.capacity - type.taken - type.reserved;
  return Math.max(0, Math.min(openPlaces(places), ofType));
}

/**
 * Whether a code gives this type a place now. Codes may promise more than there is: then the first ones win,
 * and the capacities still hold.
 */
export function invitationHasPlace(places: Places, typeId: string, invitation: OpenInvitation): boolean {
  const type = places.types[typeId];
  if (!type || invitation.unused < 1) return false;
  if (invitation.typeId !== null && invitation.typeId !== typeId) return false;
  if (takenPlaces(places) >= places.capacity) return false;
  if (type.capacity === null) return true;
  // A code for any type must not eat the places that other codes keep for this one.
  const kept = invitation.typeId === typeId ? 0 : type.reserved;
  return type.taken + kept < type.capacity;
}

/** A place that an organiser may give away: also one that a code reserves and nobody has used yet. */
export function hasAnyPlace(places: Places, typeId: string): boolean {
  const type = places.types[typeId];
  if (!type || takenPlaces(places) >= places.capacity) return false;
  return type.capacity === null || type.taken < type.capacity;
}

/** The places after one more of this type is taken, from what the code reserved if there is one. */
export function takePlace(places: Places, typeId: string, invitation?: OpenInvitation): Places {
  return shift(places, typeId, invitation, 1);
}

/** The places after one of this type is given back, to its code if that is still valid. */
export function freePlace(places: Places, typeId: string, invitation?: OpenInvitation): Places {
  return shift(places, typeId, invitation, -1);
}

function shift(places: Places, typeId: string, invitation: OpenInvitation | undefined, by: 1 | -1): Places {
  const type = places.types[typeId];
  if (!type) return places;
  const fromType = invitation?.typeId === typeId ? by : 0;
  const fromAny = invitation && invitation.typeId === null ? by : 0;
  return {
    ...places,
    reservedForAny: places.reservedForAny - fromAny,
    types: {
      ...places.types,
      [typeId]: { ...type, taken: type.taken + by, reserved: type.reserved - fromType },
    },
  };
}

type Newcomer = { typeId: string; needsApproval: boolean; invitation?: OpenInvitation };

/**
 * What becomes of someone who registers, when everyone in line who could have a place has been given it
 * before: so an open place means that nobody of this type waits. A code is the organiser's approval.
 */
export function decidePlace(
  places: Places,
  { typeId, needsApproval, invitation }: Newcomer,
): "confirmed" | "pending" | "waitlisted" | "no-place-for-code" {
  if (invitation) return invitationHasPlace(places, typeId, invitation) ? "confirmed" : "no-place-for-code";
  if (needsApproval) return "pending";
  return openPlacesFor(places, typeId) > 0 ? "confirmed" : "waitlisted";
}

/**
 * Who gets the open places: by arrival. Someone whose type is full is passed over and keeps the place in line.
 * `line` is in order of arrival.
 */
export function nextInLine<W extends { typeId: string }>(
  places: Places,
  line: W[],
): { next: W[]; places: Places } {
  let left = places;
  const next = line.filter((waiting) => {
    if (openPlacesFor(left, waiting.typeId) < 1) return false;
    left = takePlace(left, waiting.typeId);
    return true;
  });
  return { next, places: left };
}
