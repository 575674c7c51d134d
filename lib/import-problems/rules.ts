import { dayAfter, endOfDay, instantOf } from "@/lib/local-time";
import { type Imported, type ImportedFile, MOST } from "../imports/rules";

/** What is wrong, and where: a line of a table, an entry of a list (counted from 1), or the whole file. */
export type Problem = { code: string; line?: number; entry?: number; field?: string; value?: string };

/** A file that was read: without a fault, or with all its faults. */
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
