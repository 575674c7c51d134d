import { freeSlug, slugOf } from "@/lib/drafts/rules";
import type { ProgrammeSession } from "@/lib/programme/rules";

/** What is chosen on the programme page; "" is everything. */
export type Filter = { q: string; topic: string; kind: string; room: string; speaker: string; mine: string };
export const filterNames = [
  "q",
  "topic",
  "kind",
  "room",
  "speaker",
  "mine",
] as const satisfies (keyof Filter)[];
export const noFilter: Filter = { q: "", topic: "", kind: "", room: "", speaker: "", mine: "" };

/** What the browser learns of the sessions when it is about to search: by id, texts as `fold` makes them. */
export type SearchIndex = {
  sessions: Record<string, { text: string; speakers: string[] }>;
  speakers: { slug: string; name: string }[];
};

// Letters that are no base letter with a mark, as they are typed without their keyboard.
const LETTERS: Record<string, string> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
  þ: "th",
};

/** A text as it is searched: small letters, no accents, single spaces. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[łøđßæœıþ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/\s+/g, " ")
    .trim();
}

/** The words of a search: each must occur, in any order. */
export const searchWords = (q: string): string[] => (q.trim() ? fold(q).split(" ") : []);

/** One session as the page knows it: `indexed` as soon as the index is there. */
export type Filtered = {
  topic: string;
  kind: string;
  room: string;
  /** In the reader's agenda. */
  mine?: boolean;
  indexed?: SearchIndex["sessions"][string];
};

/**
 * Whether a session fits. `words` are those of filter.q. Before the index is there, search and speaker leave
 * everything in, so that nothing is missing only because the network is slow.
 */
export function matches(session: Filtered, filter: Filter, words: readonly string[]): boolean {
  for (const name of ["topic", "kind", "room"] as const)
    if (filter[name] !== "" && filter[name] !== session[name]) return false;
  if (filter.mine !== "" && !session.mine) return false;
  const { indexed } = session;
  if (!indexed) return true;
  if (filter.speaker !== "" && !indexed.speakers.includes(filter.speaker)) return false;
  return words.every((word) => indexed.text.includes(word));
}

/** The choice as an address says it, without what is not chosen; `day` only if it is not the opening one. */
export function addressOf(filter: Filter, day: string, openingDay: string): string {
  const search = new URLSearchParams();
  if (day !== openingDay) search.set("day", day);
  for (const name of filterNames) if (filter[name].trim()) search.set(name, filter[name].trim());
  const query = search.toString();
  return query ? `?${query}` : "";
}

/** The choice in an address; what the page does not offer counts as not chosen. */
export function choiceIn(search: string, offered: (name: keyof Filter, value: string) => boolean): Filter {
  const given = new URLSearchParams(search);
  const filter = { ...noFilter };
  for (const name of filterNames) {
    const value = (given.get(name) ?? "").slice(0, 200);
    if (name === "q" || offered(name, value)) filter[name] = value;
  }
  return filter;
}

/**
 * What each room is called in the address, by its id: a room has no name for addresses, so it gets one. Rooms whose
 * names come out alike are numbered in their order.
 */
export function roomKeys(sessions: readonly Pick<ProgrammeSession, "room">[]): Map<string, string> {
  const rooms = [...new Map(sessions.flatMap(({ room }) => (room ? [[room.id, room]] : []))).values()];
  const keys = new Map<string, string>();
  const taken: string[] = [];
  for (const { id, name } of rooms.sort((a, b) => a.position - b.position || (a.name < b.name ? -1 : 1))) {
    const key = freeSlug(slugOf(name, name), taken);
    taken.push(key);
    keys.set(id, key);
  }
  return keys;
}

/** What the browser is given to search in: title, abstract, people, room and topic of each session. */
export function searchIndex(sessions: readonly ProgrammeSession[]): SearchIndex {
  const names = new Map<string, string>();
  const indexed = sessions.map(({ id, title, abstract, room, topic, speakers, moderators }) => {
    const people = [...speakers, ...moderators];
    for (const { slug, name } of people) names.set(slug, name);
    const said = people.flatMap(({ name, affiliation }) => [name, affiliation]);
    const text = fold([title, abstract, room?.name, topic?.name, ...said].filter(Boolean).join(" "));
    return [id, { text, speakers: people.map(({ slug }) => slug) }] as const;
  });
  return {
    sessions: Object.fromEntries(indexed),
    speakers: [...names]
      .map(([slug, name]) => ({ slug, name }))
      .sort((a, b) => (fold(a.name) < fold(b.name) ? -1 : 1)),
  };
}
