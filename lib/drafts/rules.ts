import type { LocalizedText } from "@/lib/i18n/text";
import { type Failure, fail } from "@/lib/result";

/** The names of the fields in which a row would change; what is there in one state only counts too. */
export function differing(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

/** An address from a name: "Économie & société" is "economie-societe". Never empty. */
export function slugOf(text: string, otherwise: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 80)
    .replace(/^-+|-+$/g, "");
  return plain || otherwise;
}

/** The first of slug, slug-2, slug-3 … that is free. */
export function freeSlug(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken);
  if (!used.has(wanted)) return wanted;
  let number = 2;
  while (used.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}

/** A text of several languages as a form's fields: name.en, name.ro … */
export const localizedFields = (name: string, text: LocalizedText): Record<string, string> =>
  Object.fromEntries(Object.entries(text).map(([locale, words]) => [`${name}.${locale}`, words]));

/**
 * The answer to a removal that was asked for on an older page: what someone wrote meanwhile is not thrown away unread.
 * Asked for again, it counts as made from what stands now.
 */
export const removalOvertaken = (version: number): Failure =>
  fail("changed-meanwhile", { message: "removal-overtaken", values: { version: String(version) } });

/** In characters: what fits into the fields of the editor, and so what a file may bring. `seats` is a number. */
export const LONGEST = {
  title: 200,
  abstract: 20_000,
  person: 120,
  affiliation: 160,
  about: 2000,
  room: 80,
  floor: 40,
  topic: 80,
  seats: 100_000,
} as const;
