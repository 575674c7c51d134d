import { dayAfter, eachDay, instantOf, localDay, localMinute } from "@/lib/local-time";

type Timed = { startsAt: Date; endsAt: Date };
type Placed = Timed & { id: string };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The grid moves things by so many minutes. */
export const STEP = 5;

export const minutesBetween = (from: Date, to: Date) => (to.getTime() - from.getTime()) / MINUTE;
const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * MINUTE);

/**
 * From when to when a day of the grid goes: whole hours counted from midnight, at least `usual` (8 to 19, say),
 * with an hour to spare on both sides of what is planned. It may go past the next midnight.
 */
export function dayBounds(sessions: readonly Timed[], midnight: Date, usual: [number, number]): [Date, Date] {
  const hour = (at: Date) => (at.getTime() - midnight.getTime()) / HOUR;
  const first = Math.min(usual[0], ...sessions.map(({ startsAt }) => Math.floor(hour(startsAt))));
  const last = Math.max(usual[1], ...sessions.map(({ endsAt }) => Math.ceil(hour(endsAt))));
  return [later(midnight, Math.max(0, first) * 60), later(midnight, last * 60)];
}

type Days = { startsOn: string; endsOn: string; timeZone: string };

/** The conference's days, and those before or after on which something is planned all the same. */
export function daysOf({ startsOn, endsOn, timeZone }: Days, sessions: { startsAt: Date }[]): string[] {
  const planned = sessions.map(({ startsAt }) => localDay(startsAt, timeZone));
  return [...new Set([...eachDay(startsOn, endsOn), ...planned])].sort();
}

/** The whole hours of a stretch of time, its end left out. */
export function hoursOf([from, to]: [Date, Date]): Date[] {
  const count = Math.ceil((to.getTime() - from.getTime()) / HOUR);
  return Array.from({ length: count }, (_, index) => later(from, index * 60));
}

/** Where each session of a column stands when several overlap: which lane, of how many. */
export function lanesOf(sessions: readonly Placed[]): Map<string, { lane: number; of: number }> {
  const places = new Map<string, { lane: number; of: number }>();
  let group: string[] = [];
  let ends: Date[] = [];
  const close = () => {
    for (const id of group) places.set(id, { lane: places.get(id)?.lane ?? 0, of: ends.length });
    group = [];
    ends = [];
  };
  const ordered = [...sessions].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  for (const { id, startsAt, endsAt } of ordered) {
    if (ends.every((end) => end <= startsAt)) close();
    const free = ends.findIndex((end) => end <= startsAt);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = endsAt;
    places.set(id, { lane, of: 1 });
    group.push(id);
  }
  close();
  return places;
}

/** The nearest step of the grid. */
const snapped = (minutes: number) => Math.round(minutes / STEP) * STEP;

/** A session whose beginning was taken to so many minutes after `from`: as long as before, on the grid's steps. */
export function movedTo<S extends Timed>(session: S, from: Date, minutes: number): S {
  const startsAt = later(from, Math.max(0, snapped(minutes)));
  const length = session.endsAt.getTime() - session.startsAt.getTime();
  return { ...session, startsAt, endsAt: new Date(startsAt.getTime() + length) };
}

/** A session whose end was taken there. It never ends before it has begun for one step. */
export function endedAt<S extends Timed>(session: S, from: Date, minutes: number): S {
  const earliest = minutesBetween(from, session.startsAt) + STEP;
  return { ...session, endsAt: later(from, Math.max(snapped(minutes), earliest)) };
}

/** A session at the same local time of another day: as long as before, also when the clocks change between them. */
export function onDay<S extends Timed>(session: S, day: string, timeZone: string): S {
  const [, time] = localMinute(session.startsAt, timeZone).split("T");
  const startsAt = instantOf(`${day}T${time}`, timeZone);
  const length = session.endsAt.getTime() - session.startsAt.getTime();
  return { ...session, startsAt, endsAt: new Date(startsAt.getTime() + length) };
}

/** The day that is so many later than the one a session begins on. */
export const dayBeside = ({ startsAt }: Pick<Timed, "startsAt">, days: number, timeZone: string) =>
  dayAfter(localDay(startsAt, timeZone), days);

/** How close to an edge a drag must come, in pixels, and how far the edge gives way in a frame at most. */
const EDGE = 56;
const PACE = 14;

/** How far to scroll in a frame while something is dragged at `at`, between two edges: faster the closer it is. */
export function edgePull(at: number, [low, high]: [number, number]): number {
  const zone = Math.min(EDGE, (high - low) / 4);
  const near = (distance: number) => Math.min(1, Math.max(0, (zone - distance) / zone));
  return Math.round((near(high - at) - near(at - low)) * PACE);
}
