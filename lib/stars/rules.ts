import { isId } from "@/lib/address";

/** Where a browser without an account keeps the stars of a conference: a JSON list of session ids. */
export const starsKey = (conference: string) => `openfloor.stars.${conference}`;

/** More than any programme has: what a page sends at once is bounded. */
export const MOST_STARS = 1000;

/** What stands under that key; whatever else got there counts as nothing, so that the rest can be handed over. */
export function readStars(text: string | null): string[] {
  try {
    const kept: unknown = JSON.parse(text ?? "[]");
    if (!Array.isArray(kept)) return [];
    const ids = kept.filter((id): id is string => typeof id === "string" && isId(id));
    return [...new Set(ids)].slice(0, MOST_STARS);
  } catch {
    return [];
  }
}

/**
 * What belongs to a reader on the programme: sessions by id. `seats` names those with a seat or a wait for one,
 * `hosts` those that the reader hosts.
 */
export type Marks = { stars: string[]; seats: Record<string, "booked" | "waiting">; hosts: string[] };
