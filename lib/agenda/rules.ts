/** Where a tab notes what it has had the browser keep: under this and the conference and language, for whom, since when. */
export const KEPT_KEY = "openfloor.kept";

/** What is kept is as old as the plan may be: a tab that stays open all day has it kept anew. */
const KEPT_MINUTES = 10;

export const keptNote = (signedIn: boolean, now: Date) => `${signedIn} ${now.toISOString()}`;

/** Whether a tab's note says that the browser keeps the pages for this reader, and lately enough. */
export function keptLately(note: string | null, signedIn: boolean, now: Date): boolean {
  const [whom, at = ""] = (note ?? "").split(" ");
  return whom === String(signedIn) && now.getTime() - Date.parse(at) < KEPT_MINUTES * 60_000;
}

/** Heard on a page's document when a press changed what of the conference is the reader's. */
export const MINE_CHANGED = "openfloor:mine-changed";

export type Timed = { startsAt: Date; endsAt: Date };
type Place = { room: string | null; floor: string | null };

/**
 * What stands in someone's agenda. One member for each kind of thing, so that meetings and circles can be added
 * beside sessions: what does not concern the kind (days, overlaps, gaps, ways) asks only for times and places.
 */
export type AgendaEntry = Timed &
  Place & {
    /** Unique among the entries of a person. */
    id: string;
    title: string;
    /** Stays in the agenda and says so; takes no time. */
    cancelled: boolean;
  } & SessionEntry;

type SessionEntry = {
  kind: "session";
  slug: string;
  format: string;
  starred: boolean;
  /** Of the person in this session; null: only starred. */
  seat: "booked" | "waiting" | null;
};

const MINUTE = 60_000;
export const minutesBetween = (from: Date, to: Date) => Math.round((to.getTime() - from.getTime()) / MINUTE);

const inOrder = (a: Timed, b: Timed) =>
  a.startsAt.getTime() - b.startsAt.getTime() || a.endsAt.getTime() - b.endsAt.getTime();

export type Overlap<E> = { with: E; from: Date; to: Date; minutes: number };

/** By entry, what begins before it, or with it and stands above it, and is not over: the stretch they share. */
export function overlaps<E extends Timed & { id: string; cancelled: boolean }>(
  entries: readonly E[],
): Map<string, Overlap<E>[]> {
  const found = new Map<string, Overlap<E>[]>();
  const open: E[] = [];
  for (const entry of entries.filter(({ cancelled }) => !cancelled).sort(inOrder)) {
    const shared = open
      .filter((earlier) => earlier.endsAt > entry.startsAt)
      .map((earlier) => {
        const to = new Date(Math.min(earlier.endsAt.getTime(), entry.endsAt.getTime()));
        return { with: earlier, from: entry.startsAt, to, minutes: minutesBetween(entry.startsAt, to) };
      });
    if (shared.length > 0) found.set(entry.id, shared);
    open.push(entry);
  }
  return found;
}

/** Shorter ones are the way to the next room, not free time. */
export const SHORTEST_GAP = 10;

/** The stretches of at least SHORTEST_GAP minutes between the entries, by the id of the entry that ends them. */
export function gaps<E extends Timed & { id: string; cancelled: boolean }>(
  entries: readonly E[],
): Map<string, { from: Date; to: Date }> {
  const found = new Map<string, { from: Date; to: Date }>();
  let busyUntil: Date | undefined;
  for (const entry of entries.filter(({ cancelled }) => !cancelled).sort(inOrder)) {
    if (busyUntil && minutesBetween(busyUntil, entry.startsAt) >= SHORTEST_GAP)
      found.set(entry.id, { from: busyUntil, to: entry.startsAt });
    if (!busyUntil || entry.endsAt > busyUntil) busyUntil = entry.endsAt;
  }
  return found;
}

const WITHIN_FLOOR = 1;
const PER_FLOOR = 2;

/**
 * Minutes on foot from one room to the next: one for the way along the corridor, two more for each floor between
 * them (about 30 seconds of stairs in a crowd, and finding them). A rule of thumb: nobody knows the building.
 * Floors whose names end in a number after the same letters (P1, P3) are that many apart, others one.
 * Null when a floor is not known or it is the same one: then there is nothing to warn of.
 */
export function walkingMinutes(from: Place, to: Place): number | null {
  if (!from.floor || !to.floor || from.floor === to.floor) return null;
  return WITHIN_FLOOR + PER_FLOOR * floorsBetween(from.floor, to.floor);
}

function floorsBetween(a: string, b: string): number {
  const parts = (floor: string) => floor.trim().match(/^(.*?)(-?\d+)$/);
  const [first, second] = [parts(a), parts(b)];
  if (!first || !second || first[1] !== second[1]) return 1;
  return Math.max(1, Math.abs(Number(first[2]) - Number(second[2])));
}

export type Walk<E> = { from: E; minutes: number /** Before the next one begins. */; time: number };

/** The ways to another floor, by the id of the entry they lead to: from what ends last before it, on the same day. */
export function walks<E extends Timed & Place & { id: string; cancelled: boolean }>(
  entries: readonly E[],
): Map<string, Walk<E>> {
  const found = new Map<string, Walk<E>>();
  const there = entries.filter(({ cancelled }) => !cancelled);
  for (const entry of there) {
    const before = there
      .filter(({ endsAt }) => endsAt <= entry.startsAt)
      .reduce<E | undefined>((last, one) => (last && last.endsAt >= one.endsAt ? last : one), undefined);
    const minutes = before && walkingMinutes(before, entry);
    if (before && minutes)
      found.set(entry.id, { from: before, minutes, time: minutesBetween(before.endsAt, entry.startsAt) });
  }
  return found;
}

const DAY = 24 * 60 * MINUTE;

/**
 * Where each entry is in time: "next" is the first that begins after now, with all that begin together with it,
 * unless that is more than a day away.
 */
export function standings<E extends Timed & { id: string; cancelled: boolean }>(
  entries: readonly E[],
  now: Date,
): Map<string, "now" | "next" | "over"> {
  const found = new Map<string, "now" | "next" | "over">();
  const coming = entries
    .filter(
      ({ startsAt, cancelled }) => startsAt > now && startsAt.getTime() - now.getTime() <= DAY && !cancelled,
    )
    .sort(inOrder)[0];
  for (const { id, startsAt, endsAt, cancelled } of entries) {
    if (endsAt <= now) found.set(id, "over");
    else if (cancelled) continue;
    else if (startsAt <= now) found.set(id, "now");
    else if (coming && startsAt.getTime() === coming.startsAt.getTime()) found.set(id, "next");
  }
  return found;
}
