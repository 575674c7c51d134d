import { type MoveName, mayMove, moves, type RegistrationState } from "@/lib/moves/rules";

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

export const startsFrom = (move: OrganiserMove): readonly RegistrationState[] => moves[move].from;
