import { z } from "zod";
import { LONGEST } from "@/lib/drafts/rules";
import {
  type Problem,
  problemsOf,
  problemsOfAll,
  problemsOfRoom,
  type Reading,
} from "@/lib/import-problems/rules";
import {
  type Imported,
  type ImportedPerson,
  type ImportedRoom,
  instantIn,
  seatsIn,
} from "@/lib/imports/rules";
import { isTimeZone } from "@/lib/local-time";
import { NO_ROOM, NO_SEATS } from "@/lib/schedule/rules";
import { type SessionKind, sessionKinds } from "@/lib/sessions/rules";

/** null: the file does not say. */
const words = z
  .string()
  .nullish()
  .transform((text) => text ?? null);
const answers = z
  .array(z.looseObject({ question: z.unknown(), answer: z.unknown() }))
  .nullish()
  .catch([]);
const Person = z.looseObject({
  guid: z.uuid().nullish().catch(null),
  name: z.string().optional(),
  public_name: z.string().optional(),
  role: z.string().optional().catch(undefined),
  biography: z.string().nullish().catch(null),
  answers,
});
const Event = z.looseObject({
  guid: z.uuid().nullish().catch(null),
  title: z.string(),
  abstract: words,
  description: words,
  type: words,
  track: words,
  room: words,
  date: z.string(),
  duration: z.string().regex(/^\d{1,3}:[0-5]\d(:[0-5]\d)?$/),
  persons: z.array(Person).nullish(),
  answers,
});
const Room = z.looseObject({
  name: z.string(),
  capacity: z.int().min(1).max(LONGEST.seats).nullish().catch(null),
  description: z.string().nullish().catch(null),
});
const Schedule = z.looseObject({
  schedule: z.looseObject({
    conference: z.looseObject({
      time_zone_name: z.string().optional(),
      rooms: z.array(Room).optional(),
      days: z.array(z.looseObject({ rooms: z.record(z.string(), z.array(z.unknown())) })),
    }),
  }),
});

type Of = { startsOn: string; endsOn: string; timeZone: string };

/** Words that other systems use for what we call otherwise. */
const kinds: Record<string, SessionKind> = {
  workshop: "interactive",
  discussion: "panel",
  podium: "panel",
  keynote: "plenary",
};
/** undefined for a word that says nothing to us. */
const kindOf = (type: string): SessionKind | undefined =>
  sessionKinds.find((kind) => kind === type) ?? kinds[type.toLowerCase()];

/** Reads a schedule.json of frab, pretalx or of this portal. All problems at once; entries count from 1. */
export function readScheduleJson(text: string, conference: Of): Reading {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    return { ok: false, problems: [{ code: "no-json", value: error instanceof Error ? error.message : "" }] };
  }
  const parsed = Schedule.safeParse(raw);
  if (!parsed.success)
    return {
      ok: false,
      problems: [{ code: "no-schedule", value: parsed.error.issues[0]?.path.join(".") ?? "" }],
    };
  const { days, rooms = [], time_zone_name: zone = conference.timeZone } = parsed.data.schedule.conference;
  if (!isTimeZone(zone)) return { ok: false, problems: [{ code: "unknown-zone", value: zone.slice(0, 60) }] };
  const problems: Problem[] = [];
  const sessions: Imported[] = [];
  const entries = days.flatMap(({ rooms: inRooms }) =>
    Object.entries(inRooms).flatMap(([room, events]) => events.map((one) => ({ room, one }))),
  );
  for (const [index, { room, one }] of entries.entries()) {
    const entry = index + 1;
    const event = Event.safeParse(one);
    if (!event.success) {
      problems.push(
        ...event.error.issues.map(({ path }) => ({
          code: "wrong-type",
          entry,
          field: path.join(".") || undefined,
        })),
      );
      continue;
    }
    const { session, problems: found } = sessionOf(
      { ...event.data, room: event.data.room ?? room },
      entry,
      zone,
    );
    problems.push(...found);
    if (session) sessions.push(session);
  }
  problems.push(
    ...sessions.flatMap((session) => problemsOf(session, conference)),
    ...problemsOfAll(sessions),
  );
  const named = rooms.map(
    ({ name, capacity, description }): ImportedRoom => ({
      name: name.trim(),
      seats: capacity ?? null,
      floor: description?.trim() || null,
    }),
  );
  problems.push(...named.flatMap(problemsOfRoom));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, file: { sessions, rooms: named } };
}

type Read = { session?: Imported; problems: Problem[] };

function sessionOf(event: z.infer<typeof Event> & { room: string }, entry: number, zone: string): Read {
  const problems: Problem[] = [];
  const wrong = (code: string, field: string, value: string) =>
    problems.push({ code, entry, field, value: value.slice(0, 60) });
  const startsAt = instantIn(event.date, zone);
  if (!startsAt) wrong("date", "date", event.date);
  const seats = answerTo(event.answers, "seats");
  const booking = seats !== null && seats !== NO_SEATS;
  if (booking && !seatsIn(seats)) wrong("number", "seats", seats);
  const cancelled = answerTo(event.answers, "cancelled");
  if (cancelled !== null && !["true", "false"].includes(cancelled))
    wrong("true-false", "cancelled", cancelled);
  if (!startsAt || problems.length > 0) return { problems };
  const [hours = 0, minutes = 0, seconds = 0] = event.duration.split(":").map(Number);
  const kind = event.type === null ? undefined : kindOf(event.type);
  const said = {
    abstract: event.abstract !== null || event.description !== null,
    kind: kind !== undefined,
    topic: event.track !== null,
    seats: seats !== null,
    cancelled: cancelled !== null,
    speakers: Boolean(event.persons),
    moderators: Boolean(event.persons),
  };
  const people = (moderating: boolean) =>
    (event.persons ?? []).filter(({ role }) => (role === "moderator") === moderating).map(personOf);
  return {
    problems,
    session: {
      entry,
      silent: new Set(Object.entries(said).flatMap(([field, says]) => (says ? [] : [field]))),
      id: event.guid?.toLowerCase() ?? null,
      title: event.title.trim(),
      abstract: plain([event.abstract, event.description].filter(Boolean).join("\n\n")),
      kind: kind ?? "session",
      topic: event.track?.trim() ?? "",
      room: event.room.trim() === NO_ROOM ? "" : event.room.trim(),
      startsAt,
      endsAt: new Date(startsAt.getTime() + ((hours * 60 + minutes) * 60 + seconds) * 1000),
      seats: (booking && seatsIn(seats)) || null,
      cancelled: cancelled === "true",
      speakers: people(false),
      moderators: people(true),
    },
  };
}

const plain = (text: string) => text.replace(/\r\n?/g, "\n").trim();

const personOf = ({
  guid,
  name,
  public_name,
  biography,
  answers: given,
}: z.infer<typeof Person>): ImportedPerson => ({
  id: guid?.toLowerCase() ?? null,
  slug: null,
  name: (name ?? public_name ?? "").trim(),
  about: biography ? plain(biography) : null,
  affiliation: answerTo(given, "affiliation")?.trim() ?? null,
});

function answerTo(given: z.infer<typeof answers>, question: string): string | null {
  const answer = given?.find((one) => one.question === question)?.answer;
  return typeof answer === "string" ? answer : null;
}
