import type { CancelReason, RegistrationState } from "@/db/schema/kinds";

export { type CancelReason, type RegistrationState, registrationStates } from "@/db/schema/kinds";

type Mover = "participant" | "organiser" | "portal";

type Move = { from: readonly RegistrationState[]; to: readonly RegistrationState[]; by: readonly Mover[] };

/** Every way from one state to another, who may go it, and where it leads. There is no other. */
export const moves = {
  /** A place became free for the next in line. */
  offer: { from: ["waitlisted"], to: ["offered"], by: ["portal"] },
  accept: { from: ["offered"], to: ["confirmed"], by: ["participant"] },
  refuse: { from: ["offered"], to: ["cancelled"], by: ["participant"] },
  expire: { from: ["offered"], to: ["cancelled"], by: ["portal"] },
  /** To the waiting list, in order of arrival, while there is no place. */
  approve: { from: ["pending"], to: ["confirmed", "waitlisted"], by: ["organiser"] },
  decline: { from: ["pending"], to: ["cancelled"], by: ["organiser"] },
  /** From the waiting list past the line, as the organiser's decision. */
  admit: { from: ["waitlisted", "offered"], to: ["confirmed"], by: ["organiser"] },
  cancel: {
    from: ["pending", "confirmed", "waitlisted", "offered"],
    to: ["cancelled"],
    by: ["participant", "organiser"],
  },
  /** The undo of an approval: the organiser decides anew. */
  withdrawApproval: { from: ["confirmed", "waitlisted", "offered"], to: ["pending"], by: ["organiser"] },
  /** The undo of an admission: back to the old place in line. */
  withdrawPlace: { from: ["confirmed"], to: ["waitlisted"], by: ["organiser"] },
  /** The undo of a cancellation, to what it was before. */
  reinstate: {
    from: ["cancelled"],
    to: ["confirmed", "waitlisted", "pending"],
    by: ["participant", "organiser"],
  },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof moves;

const list = Object.entries(moves) as [MoveName, Move][];

export function mayMove(name: MoveName, from: RegistrationState): boolean {
  return (moves[name] as Move).from.includes(from);
}

/** What someone may do with a registration in this state. */
export function movesFrom(state: RegistrationState, by: Mover): MoveName[] {
  return list.filter(([, move]) => move.by.includes(by) && move.from.includes(state)).map(([name]) => name);
}

/** Confirmed and offered ones hold a place; the others do not. */
export const holdingStates = ["confirmed", "offered"] as const satisfies RegistrationState[];

export const holdsPlace = (state: RegistrationState) => holdingStates.some((holding) => holding === state);

type Kept = { confirmedAt: Date | null; ticketCode: string | null };
type Landing = {
  state: RegistrationState;
  confirmedAt: Date | null;
  offeredUntil: Date | null;
  cancelledAt: Date | null;
  cancelReason: CancelReason | null;
  declineReason: string | null;
  ticketCode: string | null;
};

/** What a registration carries in its new state. A ticket, once drawn, stays the same one. */
export function landing(
  to:
    | { state: "pending" | "waitlisted" }
    | { state: "confirmed"; at: Date; newTicketCode: string }
    | { state: "offered"; until: Date }
    | { state: "cancelled"; at: Date; reason: CancelReason; words?: string },
  { confirmedAt, ticketCode }: Kept,
): Landing {
  const bare = {
    confirmedAt,
    ticketCode,
    offeredUntil: null,
    cancelledAt: null,
    cancelReason: null,
    declineReason: null,
  };
  switch (to.state) {
    case "confirmed":
      return {
        ...bare,
        state: to.state,
        confirmedAt: confirmedAt ?? to.at,
        ticketCode: ticketCode ?? to.newTicketCode,
      };
    case "offered":
      return { ...bare, state: to.state, offeredUntil: to.until };
    case "cancelled":
      return {
        ...bare,
        state: to.state,
        cancelledAt: to.at,
        cancelReason: to.reason,
        declineReason: to.words || null,
      };
    default:
      return { ...bare, state: to.state };
  }
}

/**
 * Where the undo of a cancellation leads: back to the place someone had, else to where they stood. Who was in
 * line or had an offer was approved before, where that is needed. `before` undefined: the log has forgotten it.
 */
export function reinstatedState(
  { confirmedAt, needsApproval }: { confirmedAt: Date | null; needsApproval: boolean },
  before: RegistrationState | undefined,
): "confirmed" | "waitlisted" | "pending" {
  if (confirmedAt) return "confirmed";
  if (before === "waitlisted" || before === "offered") return "waitlisted";
  return before === "pending" || needsApproval ? "pending" : "waitlisted";
}
