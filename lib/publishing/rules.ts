import type { ReleaseContent } from "@/db/schema/releases";
import { concernsGuests, type Difference, type SessionEntry } from "../releases/rules";
import type { SeatEffect } from "../seats/rules";

/** The sessions whose seats a release touches: gone, cancelled or back, moved, or with other seats. */
export function toSettle(before: ReleaseContent, after: ReleaseContent): string[] {
  const later = new Map(after.sessions.map((session) => [session.id, session]));
  const changed = before.sessions.filter((was) => {
    const is = later.get(was.id);
    return (
      !is ||
      is.cancelled !== was.cancelled ||
      is.startsAt !== was.startsAt ||
      is.endsAt !== was.endsAt ||
      is.seats !== was.seats
    );
  });
  // A session that comes back may have seats from before it was cancelled or removed.
  const known = new Set(before.sessions.map(({ id }) => id));
  const back = after.sessions.filter(({ id }) => !known.has(id));
  return [...changed, ...back].map(({ id }) => id);
}

/** A session that a person starred or holds a seat of, and what became of it and of the seat. */
export type Told = {
  session: SessionEntry["session"];
  entry: SessionEntry | null;
  seat: SeatEffect["effect"] | null;
};

/** The session took place before the release and is in the past with it, too: where it was helps nobody. */
const isPast = ({ session, entry }: Told, now: Date) =>
  [
    session.endsAt,
    ...(entry?.changes ?? []).flatMap((one) => (one.what === "moved" ? one.from.endsAt : [])),
  ].every((endsAt) => new Date(endsAt) <= now);

/**
 * What each person is told, by id, sessions in order of time: what concerns them of the difference, and what
 * became of their seats. Nobody is told of what is over before and after.
 */
export function toTell(
  { sessions }: Difference,
  content: ReleaseContent,
  marks: { personId: string; sessionId: string }[],
  effects: SeatEffect[],
  now: Date,
): Map<string, Told[]> {
  const entries = new Map(sessions.filter(concernsGuests).map((entry) => [entry.session.id, entry]));
  const rooms = new Map(content.rooms.map(({ id, name }) => [id, name]));
  const standing = new Map(
    content.sessions.map(({ id, slug, title, startsAt, endsAt, roomId }) => [
      id,
      { id, slug, title, startsAt, endsAt, room: (roomId && rooms.get(roomId)) ?? null },
    ]),
  );
  const told = new Map<string, Map<string, Told>>();
  const note = (personId: string, sessionId: string, seat: Told["seat"]) => {
    const entry = entries.get(sessionId) ?? null;
    const session = entry?.session ?? standing.get(sessionId);
    if (!session) return;
    const theirs = told.get(personId) ?? new Map<string, Told>();
    const one = { session, entry, seat: seat ?? theirs.get(sessionId)?.seat ?? null };
    if (isPast(one, now)) return;
    theirs.set(sessionId, one);
    told.set(personId, theirs);
  };
  for (const { personId, sessionId } of marks) if (entries.has(sessionId)) note(personId, sessionId, null);
  for (const { personId, sessionId, effect } of effects) note(personId, sessionId, effect);
  return new Map(
    [...told].map(([personId, theirs]) => [
      personId,
      [...theirs.values()].sort((a, b) => (a.session.startsAt < b.session.startsAt ? -1 : 1)),
    ]),
  );
}
