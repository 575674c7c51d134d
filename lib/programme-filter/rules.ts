/** What is chosen on the programme page; "" is everything. */
export type Filter = { topic: string; kind: string; room: string };
export const filterNames = ["topic", "kind", "room"] as const satisfies (keyof Filter)[];

export function matches(session: Filter, filter: Filter): boolean {
  return filterNames.every((name) => filter[name] === "" || filter[name] === session[name]);
}
