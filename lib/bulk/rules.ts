import { holdsPlace, type MoveName, mayMove, type RegistrationState } from "@/lib/moves/rules";
import { hasAnyPlace, openPlacesFor, type Places, takePlace } from "@/lib/places/rules";

/** The moves an organiser makes, for one registration or for many. */
export const organiserMoves = [
  "approve",
  "decline",
  "admit",
  "cancel",
  "reinstate",
] as const satisfies MoveName[];
export type OrganiserMove = (typeof organiserMoves)[number];

export const isOrganiserMove = (name: unknown): name is OrganiserMove =>
  organiserMoves.some((move) => move === name);

/** What an organiser may do with a registration in one of these states. */
export const movesOf = (states: readonly RegistrationState[]): OrganiserMove[] =>
  organiserMoves.filter((move) => states.some((state) => mayMove(move, state)));

/** More at once would hold the conference's row too long for those who register meanwhile. */
export const MOST_AT_ONCE = 1000;

type Candidate = { state: RegistrationState; checkedInAt: Date | null };

/** Whether the move can apply to someone; who was checked in has come and cannot be cancelled. */
export const applies = (move: OrganiserMove, { state, checkedInAt }: Candidate) =>
  mayMove(move, state) && !(move === "cancel" && checkedInAt !== null);

/** A cancellation and a refusal can be taken back; the mail about them cannot. */
export const canBeUndone = (move: OrganiserMove) => move === "cancel" || move === "decline";

/** The verbs of the audit log for the moves. */
export const auditActions = {
  approve: "registration.approved",
  decline: "registration.declined",
  admit: "registration.admitted",
  cancel: "registration.cancelled",
  reinstate: "registration.reinstated",
} as const satisfies Record<OrganiserMove, string>;

type Line = { typeId: string; state: RegistrationState };

/** How many of those who are approved or admitted, in order of arrival, there is a place for now. */
export function countWithPlace(move: OrganiserMove, line: Line[], places: Places): number {
  let left = places;
  return line.filter(({ typeId, state }) => {
    if (holdsPlace(state)) return true;
    const free = move === "admit" ? hasAnyPlace(left, typeId) : openPlacesFor(left, typeId) > 0;
    if (free) left = takePlace(left, typeId);
    return free;
  }).length;
}
