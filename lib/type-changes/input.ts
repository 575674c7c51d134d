import { type AddressParams, isId } from "@/lib/address";
import { readSelection, type Selection } from "@/lib/bulk-actions/input";

/** Whom an organiser gives which participant type; carried by an address or a form. */
export type TypeRequest = { typeId: string } & Selection;

const PREFIX = "type:";

/** As the list's choice of moves and the address name it. */
export const typeMove = (typeId: string) => PREFIX + typeId;

/** null when the move is another one. */
export function readTypeRequest(params: AddressParams): TypeRequest | null {
  const [move = ""] = [params.move].flat();
  const typeId = move.slice(PREFIX.length);
  return move.startsWith(PREFIX) && isId(typeId) ? { typeId, ...readSelection(params) } : null;
}
