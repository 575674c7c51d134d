import { localDay } from "@/lib/local-time";

export type Topic = { key: string; name: string; colour: number; position: number };
export type Room = { id: string; name: string; floor: string | null; seats: number | null; position: number };
export type Person = { slug: string; name: string; affiliation: string | null };

export type ProgrammeSession = {
  id: string;
  /** For formats that know no uuid; never given twice. */
  number: number;
  slug: string;
  title: string;
  abstract: string;
  kind: string;
  startsAt: Date;
  endsAt: Date;
  /** null: open to everyone without booking. */
  seats: number | null;
  topic: Topic | null;
  room: Room | null;
  speakers: Person[];
  moderators: Person[];
  /** Stays in the programme and says so. */
  cancelled: boolean;
};

type Timed = { startsAt: Date; endsAt: Date };

/** How long it takes, in minutes. */
export function duration({ startsAt, endsAt }: Timed): number {
  return Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
}

/** The sessions by local day of their beginning, days in order. */
export function byDay<S extends Timed>(sessions: S[], timeZone: string): { day: string; sessions: S[] }[] {
  const days = new Map<string, S[]>();
  for (const session of sessions) {
    const day = localDay(session.startsAt, timeZone);
    days.set(day, [...(days.get(day) ?? []), session]);
  }
  return [...days]
    .map(([day, found]) => ({ day, sessions: found }))
    .sort((a, b) => a.day.localeCompare(b.day));
}

/** The day that a reader wants first: today while the conference runs, else the first. `today` is a local date. */
export function openingDay(days: string[], today: string): string | undefined {
  return days.includes(today) ? today : days[0];
}

/** Sessions that begin together, in order of time. */
export function byStart<S extends Timed>(sessions: S[]): { at: Date; sessions: S[] }[] {
  const starts = new Map<number, S[]>();
  for (const session of sessions) {
    const at = session.startsAt.getTime();
    starts.set(at, [...(starts.get(at) ?? []), session]);
  }
  return [...starts].sort(([a], [b]) => a - b).map(([at, found]) => ({ at: new Date(at), sessions: found }));
}

/** What a day is about, for its tab: the kinds that take most of its time, without breaks. */
export function mainKinds(sessions: ProgrammeSession[], count = 2): string[] {
  const minutes = new Map<string, number>();
  for (const session of sessions) {
    if (session.kind !== "break")
      minutes.set(session.kind, (minutes.get(session.kind) ?? 0) + duration(session));
  }
  return [...minutes]
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([kind]) => kind);
}

/** Sessions that share the topic first, then those that follow in time; never the session itself or a break. */
export function related(session: ProgrammeSession, all: ProgrammeSession[], count = 3): ProgrammeSession[] {
  const others = all.filter((other) => other.slug !== session.slug && other.kind !== "break");
  const same = others.filter((other) => session.topic && other.topic?.key === session.topic.key);
  const later = others.filter((other) => other.startsAt >= session.endsAt && !same.includes(other));
  return [...same, ...later].slice(0, count);
}

/** What stands before and after a session in the programme, breaks left out. `all` is in its order. */
export function neighbours(session: ProgrammeSession, all: ProgrammeSession[]) {
  const line = all.filter((other) => other.slug === session.slug || other.kind !== "break");
  const at = line.findIndex((other) => other.slug === session.slug);
  return { previous: line[at - 1], next: line[at + 1] };
}

/** Where a session is in time. */
export function phase(session: Timed, now: Date): "before" | "now" | "over" {
  if (now < session.startsAt) return "before";
  return now < session.endsAt ? "now" : "over";
}
