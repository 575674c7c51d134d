import type { ReleaseContent, sessionKind } from "@/db/schema";
import { dayAfter, endOfDay, instantOf } from "../dates";

export type Kind = (typeof sessionKind.enumValues)[number];

/** The most a file may hold: far more than any conference has, far less than hurts. */
export const MOST = {
  bytes: 800_000,
  sessions: 2000,
  people: 100,
  title: 200,
  name: 120,
  text: 20_000,
} as const;

/** What is wrong, and where: a line of a table, an entry of a list (counted from 1), or the whole file. */
export type Problem = { code: string; line?: number; entry?: number; field?: string; value?: string };

/** A session as a file names it; what stands beside it by name. */
export type Imported = {
  /** Columns that the table does not have: of a session that is known they stay as they are. */
  silent?: ReadonlySet<string>;
  line?: number;
  entry?: number;
  id: string | null;
  title: string;
  abstract: string;
  kind: Kind;
  topic: string;
  room: string;
  startsAt: Date;
  endsAt: Date;
  seats: number | null;
  cancelled: boolean;
  speakers: ImportedPerson[];
  moderators: ImportedPerson[];
};
/** `id` and `slug` where the file has them; about and affiliation null: it says nothing of them. */
export type ImportedPerson = {
  id: string | null;
  slug: string | null;
  name: string;
  about: string | null;
  affiliation: string | null;
};
export type ImportedRoom = { name: string; floor: string | null; seats: number | null };
export type ImportedFile = { sessions: Imported[]; rooms: ImportedRoom[] };
export type Reading = { ok: true; file: ImportedFile } | { ok: false; problems: Problem[] };

type Of = { startsOn: string; endsOn: string; timeZone: string };
const DAY = 24 * 3_600_000;

/** Markup where a name or a title is wanted, or a character that no text has. */
const hasMarkup = (text: string) => /<[a-z!/?]/i.test(text);
const hasControl = (text: string) => /[^\P{Cc}\t\n\r]/u.test(text);

/** What is wrong with a session by itself. */
export function problemsOf(session: Imported, { startsOn, endsOn, timeZone }: Of): Problem[] {
  const at = { line: session.line, entry: session.entry };
  const problems: Problem[] = [];
  const say = (code: string, field?: string, value?: string) =>
    problems.push({ ...at, code, field, ...(value === undefined ? {} : { value: value.slice(0, 60) }) });
  const names = [
    ["title", session.title, MOST.title],
    ["room", session.room, MOST.name],
    ["topic", session.topic, MOST.name],
    ...session.speakers.map(({ name }) => ["speakers", name, MOST.name] as const),
    ...session.moderators.map(({ name }) => ["moderators", name, MOST.name] as const),
  ] as const;
  if (session.title.trim() === "") say("missing", "title");
  for (const [field, text, most] of names) {
    if (text.length > most) say("too-long", field, text);
    if (hasMarkup(text)) say("markup", field, text);
    if (hasControl(text) || /[\n\r\t]/.test(text)) say("control", field);
  }
  if (session.abstract.length > MOST.text) say("too-long", "abstract");
  if (hasControl(session.abstract)) say("control", "abstract");
  if (session.speakers.length + session.moderators.length > MOST.people) say("too-many-people");
  const [from, to] = [session.startsAt.getTime(), session.endsAt.getTime()];
  if (to <= from) say("ends-before-begins");
  else if (to - from > DAY) say("longer-than-a-day");
  const first = instantOf(`${dayAfter(startsOn, -31)}T00:00`, timeZone).getTime();
  const last = endOfDay(dayAfter(endsOn, 31), timeZone).getTime();
  if (from < first || to > last) say("far-off");
  return problems;
}

/** What is wrong with the sessions together. */
export function problemsOfAll(sessions: Imported[]): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, Imported>();
  for (const session of sessions) {
    const keys = [
      ...(session.id ? [`id ${session.id}`] : []),
      `at ${session.title} ${session.room} ${session.startsAt.getTime()}`,
    ];
    if (keys.some((key) => seen.has(key)))
      problems.push({
        code: "twice",
        line: session.line,
        entry: session.entry,
        value: session.title.slice(0, 60),
      });
    for (const key of keys) seen.set(key, session);
  }
  if (sessions.length === 0) problems.push({ code: "no-sessions" });
  if (sessions.length > MOST.sessions) problems.push({ code: "too-many-sessions" });
  return problems;
}

/** Sessions of the draft that the content no longer has. */
export const goneFrom = (draft: ReleaseContent, content: ReleaseContent) => {
  const there = new Set(content.sessions.map(({ id }) => id));
  return draft.sessions.filter(({ id }) => !there.has(id));
};

/** With a distance from UTC it is an instant; without one a local time in the zone. */
export function instantIn(text: string, zone: string): Date | undefined {
  const local = /^[12]\d{3}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?/.exec(text)?.[0];
  if (!local) return undefined;
  const rest = text.slice(local.length);
  if (rest !== "" && !/^(Z|[+-]\d\d:?\d\d)$/.test(rest)) return undefined;
  try {
    return rest === ""
      ? instantOf(local.replace(" ", "T"), zone)
      : validInstant(local.replace(" ", "T") + rest);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const validInstant = (text: string) => {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : at;
};
