import {
  type Filter,
  type Filtered,
  matches,
  type SearchIndex,
  searchWords,
} from "@/lib/programme-filter/rules";

/** A session as it stands on the page. Times in minutes since 1970, UTC. */
export type Item = Filtered & { element: HTMLElement; id: string; day: string; from: number; until: number };

/** The sessions that the server has written into the page, in its order. */
export function itemsOf(root: HTMLElement): Item[] {
  return [...root.querySelectorAll<HTMLElement>("[data-day]")].flatMap((section) =>
    [...section.querySelectorAll<HTMLElement>("[data-session]")].map((element) => {
      const { id = "", of = "", kind = "", room = "", at = "0", for: minutes = "0" } = element.dataset;
      const day = section.dataset.day ?? "";
      const from = Number(at);
      return { element, id, day, topic: of, kind, room, from, until: from + Number(minutes) };
    }),
  );
}

/** Gives the items what the index knows of them. */
export function learn(items: Item[], index: SearchIndex) {
  for (const item of items) item.indexed = index.sessions[item.id];
}

/**
 * Hides what does not fit, and the times at which nothing is left. Writes only what changes: five hundred
 * sessions cost a walk over them, and no rendering. Answers how many fit on each day.
 */
export function show(root: HTMLElement, items: Item[], filter: Filter): Map<string, number> {
  const words = searchWords(filter.q);
  const fitting = new Map<string, number>();
  const full = new Set<Element | null>();
  for (const item of items) {
    // Gold on the card says so (components/agenda/star-buttons.tsx).
    item.mine = item.element.hasAttribute("data-mine");
    const fits = matches(item, filter, words);
    if (item.element.hidden === fits) item.element.hidden = !fits;
    if (!fits) continue;
    fitting.set(item.day, (fitting.get(item.day) ?? 0) + 1);
    full.add(item.element.closest(".time"));
  }
  for (const slot of root.querySelectorAll(".time"))
    if (slot.hasAttribute("data-empty") === full.has(slot)) slot.toggleAttribute("data-empty");
  return fitting;
}
