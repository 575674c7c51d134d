import type { ReleaseContent } from "@/db/schema/releases";
import { endOfDay, instantOf, localDay, localIso } from "@/lib/local-time";
import { localize } from "../i18n/text";

/** The room of sessions that have none: the format wants a name. */
export const NO_ROOM = "–";
/** In place of a number: there is nothing to book. */
export const NO_SEATS = "none";
const ZONE = /^[A-Z][a-z]+\/[A-Z][a-z]|UTC$/;

type Of = {
  slug: string;
  name: string;
  startsOn: string;
  endsOn: string;
  timeZone: string;
  locale: string;
};
export type ScheduleOptions = {
  /** "2 (Rooms of day two)": the release. */
  version: string;
  /** The portal's own address. */
  base: string;
  /** The language in which topics and biographies are given. */
  reader: string;
  /** What stands under the title of a session that is cancelled. */
  cancelled: string;
};
type Session = ReleaseContent["sessions"][number];
export type ScheduleEvent = ReturnType<ReturnType<typeof eventOf>>;

/**
 * A programme in the JSON of frab, as the validator of voc/schedule wants it (docs/schedule.md). Days are those
 * of the conference and those on which a session begins, from midnight to midnight in its time zone.
 */
export function scheduleOf(conference: Of, content: ReleaseContent, options: ScheduleOptions) {
  const { slug, name, timeZone, startsOn, endsOn } = conference;
  const event = eventOf(conference, content, options);
  const byDay = new Map<string, Session[]>([
    [startsOn, []],
    [endsOn, []],
  ]);
  for (const session of [...content.sessions].sort(inTime)) {
    const day = localDay(new Date(session.startsAt), timeZone);
    byDay.set(day, [...(byDay.get(day) ?? []), session]);
  }
  const days = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    $schema: "https://c3voc.de/schedule/schema.json",
    schedule: {
      version: options.version,
      base_url: `${options.base}/`,
      conference: {
        acronym: acronymOf(slug, startsOn),
        title: name,
        start: days[0]?.[0] ?? startsOn,
        end: days.at(-1)?.[0] ?? endsOn,
        daysCount: days.length,
        timeslot_duration: "00:05",
        // The format knows names of places and UTC; zones such as Etc/GMT+2 are told by the times alone.
        ...(ZONE.test(timeZone) ? { time_zone_name: timeZone } : {}),
        url: `${options.base}/${options.reader}/${slug}`,
        tracks: content.topics.map((topic) => ({
          name: localize(topic.name, options.reader, conference.locale),
        })),
        rooms: content.rooms.map(({ id, name: room, floor, seats }) => ({
          guid: id,
          name: room,
          description: floor,
          capacity: seats,
        })),
        days: days.map(([day, sessions], index) => ({
          index: index + 1,
          date: day,
          day_start: localIso(instantOf(`${day}T00:00`, timeZone), timeZone),
          day_end: localIso(lastEnd(sessions, endOfDay(day, timeZone)), timeZone),
          rooms: byRoom(content, sessions.map(event)),
        })),
      },
    },
  };
}
export type Schedule = ReturnType<typeof scheduleOf>;

/** What begins before midnight and ends after it belongs to the day on which it begins. */
const lastEnd = (sessions: Session[], midnight: Date) =>
  new Date(Math.max(midnight.getTime(), ...sessions.map(({ endsAt }) => Date.parse(endsAt))));

const inTime = (a: Session, b: Session) =>
  a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : a.number - b.number;

/** At least four of a–z, 0–9 and _, as the validator asks. */
const acronymOf = (slug: string, startsOn: string) => {
  const plain = slug.replaceAll("-", "_");
  return plain.length < 4 ? `${plain}_${startsOn.slice(0, 4)}` : plain;
};

/** Conference, number and title, as the strictest schema of the validator asks: "ecc2019-12-opening". */
const slugOf = ({ slug, startsOn }: Of, session: Session) => {
  const plain = slug.replaceAll("-", "");
  const prefix = plain.length < 4 ? plain + startsOn.slice(0, 4) : plain;
  const title = session.slug.length < 4 ? `session-${session.slug}` : session.slug;
  return `${prefix}-${session.number}-${title}`;
};

function byRoom(content: ReleaseContent, events: ScheduleEvent[]): Record<string, ScheduleEvent[]> {
  const names = [...content.rooms].sort((a, b) => a.position - b.position).map(({ name }) => name);
  return Object.fromEntries(
    [...new Set([...names, NO_ROOM])].flatMap((name) => {
      const some = events.filter(({ room }) => room === name);
      return some.length > 0 ? [[name, some]] : [];
    }),
  );
}

function eventOf(conference: Of, content: ReleaseContent, options: ScheduleOptions) {
  const { timeZone, locale, slug } = conference;
  const rooms = new Map(content.rooms.map(({ id, name }) => [id, name]));
  const topics = new Map(content.topics.map(({ id, name }) => [id, localize(name, options.reader, locale)]));
  const people = new Map(content.speakers.map((person) => [person.id, person]));
  const persons = (ids: string[], role: "speaker" | "moderator") =>
    ids.flatMap((id) => {
      const person = people.get(id);
      return person ? [personOf(person, role, options.reader, locale)] : [];
    });
  return (session: Session) => {
    const at = new Date(session.startsAt);
    const date = localIso(at, timeZone);
    return {
      id: session.number,
      guid: session.id,
      date,
      start: date.slice(11, 16),
      duration: hoursAndMinutes(Date.parse(session.endsAt) - at.getTime()),
      room: (session.roomId && rooms.get(session.roomId)) || NO_ROOM,
      slug: slugOf(conference, session),
      url: `${options.base}/${options.reader}/${slug}/programme/${session.slug}`,
      title: session.title,
      subtitle: session.cancelled ? options.cancelled : "",
      track: (session.topicId && topics.get(session.topicId)) || "",
      type: session.kind,
      language: locale,
      abstract: session.abstract,
      description: "",
      persons: [...persons(session.speakers, "speaker"), ...persons(session.moderators, "moderator")],
      links: [],
      // What the format has no word for; our own import reads it. Said in any case: what a file does not say stays.
      answers: [
        { question: "seats", answer: session.seats === null ? NO_SEATS : String(session.seats) },
        { question: "cancelled", answer: String(session.cancelled) },
      ],
    };
  };
}

type Speaker = ReleaseContent["speakers"][number];
const personOf = (
  { id, name, about, affiliation }: Speaker,
  role: "speaker" | "moderator",
  reader: string,
  locale: string,
) => ({
  guid: id,
  name,
  role,
  biography: localize(about, reader, locale),
  answers: affiliation ? [{ question: "affiliation", answer: affiliation }] : [],
});

/** Real time that passes, also over a change of the clocks: "01:30". */
function hoursAndMinutes(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
