import { hasAnyPlace, openPlacesFor, type Places, takePlace } from "@/lib/places/rules";
import { holdsPlace, type MoveName, mayMove, type RegistrationState } from "@/lib/registration-states/rules";

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

/** What takes each move back; the mail about it cannot be taken back. */
export const undoOf = {
  approve: "withdrawApproval",
  decline: "reinstate",
  admit: "withdrawPlace",
  cancel: "reinstate",
  reinstate: "cancelAgain",
} as const satisfies Record<OrganiserMove, string>;
export type Undo = (typeof undoOf)[OrganiserMove];

/** A move whose result is shown: an undo has nothing further to undo, save the reinstatement. */
export type ShownMove = OrganiserMove | Undo;
export const isShownMove = (name: unknown): name is ShownMove =>
  isOrganiserMove(name) || Object.values(undoOf).some((undo) => undo === name);

const left = {
  approve: ["confirmed", "waitlisted", "offered"],
  decline: ["cancelled"],
  admit: ["confirmed"],
  cancel: ["cancelled"],
  reinstate: ["confirmed", "waitlisted", "offered", "pending"],
} as const satisfies Record<OrganiserMove, RegistrationState[]>;

/** Whether someone still stands where the move put them, so that it can be taken back. */
export const canTakeBack = (
  move: ShownMove,
  { state, checkedInAt, movedSince }: Candidate & { movedSince: boolean },
): boolean => isOrganiserMove(move) && left[move].some((one) => one === state) && !checkedInAt && !movedSince;

/** The verbs of the audit log for the moves. */
export const auditActions = {
  approve: "registration.approved",
  decline: "registration.declined",
  admit: "registration.admitted",
  cancel: "registration.cancelled",
  reinstate: "registration.reinstated",
  withdrawApproval: "registration.approval-withdrawn",
  withdrawPlace: "registration.place-withdrawn",
  cancelAgain: "registration.cancelled-again",
} as const satisfies Record<ShownMove, string>;

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
