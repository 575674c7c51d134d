import { z } from "zod";
import { lines } from "@/lib/fields";
import { type AddressParams, type Filter, isId, readView } from "@/lib/lists/rules";
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
  if ([params.scope].flat()[0] === "all") return { scope: "all", filter: readView(params).filter };
  const ids = [params.id].flat().filter((id) => id !== undefined && isId(id));
  return { scope: "chosen", ids: [...new Set(ids)].slice(0, MOST_IDS) as string[] };
}

/** null when it asks for no move there is. */
export function readMoveRequest(params: AddressParams): MoveRequest | null {
  const [move] = [params.move].flat();
  return isOrganiserMove(move) ? { move, ...readSelection(params) } : null;
}

/** The fields of a form by name, each with all its values. */
export function formParams(form: FormData): AddressParams {
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => [
      name,
      form.getAll(name).filter((value): value is string => typeof value === "string"),
    ]),
  );
}
