import { type AddressParams, type Filter, isId, readView } from "@/lib/lists/rules";
import { isOrganiserMove, type OrganiserMove } from "./rules";

/** What an organiser wants to do with whom; carried by an address or a form. */
export type MoveRequest = { move: OrganiserMove } & (
  | { scope: "chosen"; ids: string[] }
  | { scope: "all"; filter: Filter }
);

const MOST_IDS = 100;

/** null when it asks for no move there is. Ids that are none are not read. */
export function readMoveRequest(params: AddressParams): MoveRequest | null {
  const [move] = [params.move].flat();
  if (!isOrganiserMove(move)) return null;
  if ([params.scope].flat()[0] === "all") return { move, scope: "all", filter: readView(params).filter };
  const ids = [params.id].flat().filter((id) => id !== undefined && isId(id));
  return { move, scope: "chosen", ids: [...new Set(ids)].slice(0, MOST_IDS) as string[] };
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
