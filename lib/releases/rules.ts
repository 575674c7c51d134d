import type { ReleaseContent } from "@/db/schema/releases";

export type ReleasedSession = ReleaseContent["sessions"][number];
type Named = { id: string; name: string };

/** Releases on one page of the desk's list. */
export const PAGE = 50;

/** What is different about one session. Names, not ids: it is read by people, also long after. */
export type Change =
  | { what: "moved"; from: { startsAt: string; endsAt: string }; to: { startsAt: string; endsAt: string } }
  | { what: "room"; from: string | null; to: string | null }
  | { what: "title"; from: string; to: string }
  | { what: "seats"; from: number | null; to: number | null }
  | { what: "kind"; from: ReleasedSession["kind"]; to: ReleasedSession["kind"] }
  | { what: "speakers" | "moderators"; came: string[]; left: string[] }
  | { what: "text" | "topic" | "address" | "cancelled" | "uncancelled" };

export type SessionEntry = {
  of: "session";
  entry: "added" | "removed" | "changed";
  session: { id: string; slug: string; title: string; startsAt: string; endsAt: string; room: string | null };
  changes: Change[];
};
/** A change of what several sessions share: a room renamed, a speaker's text. */
export type SharedEntry = {
  of: "room" | "topic" | "speaker";
  entry: "added" | "removed" | "changed";
  name: string;
  before: string | null;
};
export type Difference = { sessions: SessionEntry[]; shared: SharedEntry[]; order: boolean };

/** JSON that does not depend on the order in which the database keeps the keys of an object. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

export const sameContent = (a: ReleaseContent, b: ReleaseContent) => canonical(a) === canonical(b);

export const emptyContent: ReleaseContent = { rooms: [], topics: [], speakers: [], sessions: [] };

/** What changed from one programme to another, sessions in order of time. Empty exactly when nothing did. */
export function difference(before: ReleaseContent, after: ReleaseContent): Difference {
  const [old, now] = [namesOf(before), namesOf(after)];
  const earlier = new Map(before.sessions.map((session) => [session.id, session]));
  const later = new Map(after.sessions.map((session) => [session.id, session]));
  const sessions: SessionEntry[] = [
    ...before.sessions
      .filter(({ id }) => !later.has(id))
      .map((session) => entryOf("removed", session, old, [])),
    ...after.sessions.flatMap((session) => {
      const was = earlier.get(session.id);
      if (!was) return [entryOf("added", session, now, [])];
      const changes = changesOf(was, session, old, now);
      return changes.length > 0 ? [entryOf("changed", session, now, changes)] : [];
    }),
  ].sort(
    (a, b) => compare(a.session.startsAt, b.session.startsAt) || compare(a.session.title, b.session.title),
  );
  const shared = [
    ...sharedOf("room", before.rooms, after.rooms),
    ...sharedOf("topic", before.topics.map(topicNamed), after.topics.map(topicNamed)),
    ...sharedOf("speaker", before.speakers, after.speakers),
  ];
  const order = sessions.length === 0 && shared.length === 0 && !sameContent(before, after);
  return { sessions, shared, order };
}

export const isEmpty = ({ sessions, shared, order }: Difference) =>
  sessions.length === 0 && shared.length === 0 && !order;

/** Whether those who starred or booked the session must know: it moved, changed room, was cancelled or is gone. */
export const concernsGuests = ({ entry, changes }: SessionEntry) =>
  entry === "removed" ||
  changes.some(
    ({ what }) => what === "moved" || what === "room" || what === "cancelled" || what === "uncancelled",
  );

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const topicNamed = <T extends { id: string; key: string; position: number }>(topic: T) => ({
  ...topic,
  name: topic.key,
});

type Names = { rooms: Map<string, string>; speakers: Map<string, string> };
const nameById = (rows: Named[]) => new Map(rows.map(({ id, name }) => [id, name]));
const namesOf = ({ rooms, speakers }: ReleaseContent): Names => ({
  rooms: nameById(rooms),
  speakers: nameById(speakers),
});
const roomOf = ({ roomId }: ReleasedSession, names: Names) => (roomId && names.rooms.get(roomId)) ?? null;

function entryOf(
  entry: SessionEntry["entry"],
  session: ReleasedSession,
  names: Names,
  changes: Change[],
): SessionEntry {
  const { id, slug, title, startsAt, endsAt } = session;
  return {
    of: "session",
    entry,
    session: { id, slug, title, startsAt, endsAt, room: roomOf(session, names) },
    changes,
  };
}

function changesOf(was: ReleasedSession, is: ReleasedSession, old: Names, now: Names): Change[] {
  const changes: Change[] = [];
  if (was.cancelled !== is.cancelled) changes.push({ what: is.cancelled ? "cancelled" : "uncancelled" });
  if (was.startsAt !== is.startsAt || was.endsAt !== is.endsAt)
    changes.push({ what: "moved", from: timesOf(was), to: timesOf(is) });
  const [from, to] = [roomOf(was, old), roomOf(is, now)];
  // A room that was renamed is still the same room; one that was made anew under its name is too.
  if (was.roomId !== is.roomId && from !== to) changes.push({ what: "room", from, to });
  if (was.title !== is.title) changes.push({ what: "title", from: was.title, to: is.title });
  if (was.seats !== is.seats) changes.push({ what: "seats", from: was.seats, to: is.seats });
  if (was.kind !== is.kind) changes.push({ what: "kind", from: was.kind, to: is.kind });
  for (const what of ["speakers", "moderators"] as const)
    if (canonical(was[what]) !== canonical(is[what])) {
      const [before, after] = [named(was[what], old), named(is[what], now)];
      changes.push({
        what,
        came: after.filter((name) => !before.includes(name)),
        left: before.filter((name) => !after.includes(name)),
      });
    }
  if (was.abstract !== is.abstract) changes.push({ what: "text" });
  if (was.topicId !== is.topicId) changes.push({ what: "topic" });
  if (was.slug !== is.slug) changes.push({ what: "address" });
  return changes;
}

const timesOf = ({ startsAt, endsAt }: ReleasedSession) => ({ startsAt, endsAt });
const named = (ids: string[], { speakers }: Names) => ids.map((id) => speakers.get(id) ?? "?");

function sharedOf<T extends Named & { position: number }>(of: SharedEntry["of"], before: T[], after: T[]) {
  const earlier = new Map(before.map((row) => [row.id, row]));
  const later = new Set(after.map(({ id }) => id));
  const entries: SharedEntry[] = before
    .filter(({ id }) => !later.has(id))
    .map(({ name }) => ({ of, entry: "removed", name, before: null }));
  for (const row of after) {
    const was = earlier.get(row.id);
    if (!was) entries.push({ of, entry: "added", name: row.name, before: null });
    else if (canonical({ ...was, position: 0 }) !== canonical({ ...row, position: 0 }))
      entries.push({ of, entry: "changed", name: row.name, before: was.name === row.name ? null : was.name });
  }
  return entries;
}

/** The number of a release from an address; 0, which none has, for anything else. */
export const readNumber = (text: string): number => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0);
