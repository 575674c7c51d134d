import { dayAfter, endOfDay, instantOf } from "@/lib/local-time";
import { LONGEST } from "../drafts/rules";
import {
  type Imported,
  type ImportedFile,
  type ImportedPerson,
  type ImportedRoom,
  MOST,
} from "../imports/rules";

/** What is wrong, and where: a line of a table, an entry of a list (counted from 1), or the whole file. */
export type Problem = { code: string; line?: number; entry?: number; field?: string; value?: string };

/** A file that was read: without a fault, or with all its faults. */
export type Reading = { ok: true; file: ImportedFile } | { ok: false; problems: Problem[] };

type Of = { startsOn: string; endsOn: string; timeZone: string };
const DAY = 24 * 3_600_000;

/** Markup where a name or a title is wanted, or a character that no text has. */
const hasMarkup = (text: string) => /<[a-z!/?]/i.test(text);
// Half a surrogate pair is no character either, and the database takes no JSON with one.
const hasControl = (text: string) => /[^\P{Cc}\t\n\r]|\p{Cs}/u.test(text);

type Say = (code: string, field: string, value?: string) => void;

/** One line of text, as long as its field in the editor at most. `required`: it says something. */
function checkLine(say: Say, field: string, text: string, most: number, required = false) {
  if (required && text.trim() === "") say("missing", field);
  if (text.length > most) say("too-long", field, text);
  if (hasControl(text) || /[\n\r\t]/.test(text)) say("control", field);
}

function checkLines(say: Say, field: string, text: string, most: number) {
  if (text.length > most) say("too-long", field, text);
  if (hasControl(text)) say("control", field);
}

function checkName(say: Say, field: string, text: string, most: number, required = false) {
  checkLine(say, field, text, most, required);
  if (hasMarkup(text)) say("markup", field, text);
}

function checkPerson(say: Say, part: string, { name, affiliation, about }: ImportedPerson) {
  checkName(say, part, name, LONGEST.person, true);
  checkLine(say, "affiliation", affiliation ?? "", LONGEST.affiliation);
  checkLines(say, "biography", about ?? "", LONGEST.about);
}

/** What is wrong with a room that a file describes. */
export function problemsOfRoom({ name, floor }: ImportedRoom): Problem[] {
  const problems: Problem[] = [];
  const say: Say = (code, field, value) =>
    problems.push({ code, field, value: (value ?? name).slice(0, 60) });
  checkName(say, "rooms.name", name, LONGEST.room, true);
  checkLine(say, "rooms.description", floor ?? "", LONGEST.floor);
  return problems;
}

/** What is wrong with a session by itself. */
export function problemsOf(session: Imported, { startsOn, endsOn, timeZone }: Of): Problem[] {
  const at = { line: session.line, entry: session.entry };
  const problems: Problem[] = [];
  const say = (code: string, field?: string, value?: string) =>
    problems.push({ ...at, code, field, ...(value === undefined ? {} : { value: value.slice(0, 60) }) });
  checkName(say, "title", session.title, LONGEST.title, true);
  checkName(say, "room", session.room, LONGEST.room);
  checkName(say, "topic", session.topic, LONGEST.topic);
  checkLines(say, "abstract", session.abstract, LONGEST.abstract);
  for (const person of session.speakers) checkPerson(say, "speakers", person);
  for (const person of session.moderators) checkPerson(say, "moderators", person);
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
