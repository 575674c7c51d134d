import { z } from "zod";
import { type AddressParams, isId } from "@/lib/address";
import { lines } from "@/lib/fields";
import type { Filter } from "@/lib/registration-filters/rules";
import { readFilter } from "@/lib/registration-filters/rules";
import { isOrganiserMove, type OrganiserMove } from "./rules";

/** Whom an organiser means: chosen rows, or all that a filter finds. */
export type Selection = { scope: "chosen"; ids: string[] } | { scope: "all"; filter: Filter };

/** What an organiser wants to do with whom; carried by an address or a form. */
export type MoveRequest = { move: OrganiserMove } & Selection;

/** What the people who are declined are told besides; may stay empty. */
export const DeclineReason = z.object({ reason: lines(1000) });

const MOST_IDS = 100;

/** Ids that are none are not read. */
export function readSelection(params: AddressParams): Selection {
  if ([params.scope].flat()[0] === "all") return { scope: "all", filter: readFilter(params) };
  const ids = [params.id].flat().filter((id) => id !== undefined && isId(id));
  return { scope: "chosen", ids: [...new Set(ids)].slice(0, MOST_IDS) as string[] };
}

/** null when it asks for no move there is. */
export function readMoveRequest(params: AddressParams): MoveRequest | null {
  const [move] = [params.move].flat();
  return isOrganiserMove(move) ? { move, ...readSelection(params) } : null;
}
