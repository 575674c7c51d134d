import type { ReleaseContent } from "@/db/schema";
import { instantOf, localIso, localMinute } from "@/lib/local-time";
import { localize } from "../i18n/text";

/** The columns of a programme as CSV, in and out. docs/schedule.md says what stands in each. */
export const columns = [
  "id",
  "title",
  "abstract",
  "kind",
  "topic",
  "room",
  "starts",
  "ends",
  "seats",
  "cancelled",
  "speakers",
  "moderators",
] as const;
export type Column = (typeof columns)[number];

type Of = { timeZone: string; locale: string };

/** A row for each session, in the order of `columns`. */
export function contentRows({ timeZone, locale }: Of, content: ReleaseContent): (string | number | null)[][] {
  const rooms = new Map(content.rooms.map(({ id, name }) => [id, name]));
  const topics = new Map(content.topics.map(({ id, name }) => [id, localize(name, locale, locale)]));
  const several = new Set(
    content.speakers.filter(({ name, id }) =>
      content.speakers.some((one) => one.name === name && one.id !== id),
    ),
  );
  const people = new Map(
    content.speakers.map((speaker) => [
      speaker.id,
      // Two people of one name are told apart by the address of their page.
      (several.has(speaker) ? `${speaker.name} [${speaker.slug}]` : speaker.name).replaceAll(";", "\\;"),
    ]),
  );
  const names = (ids: string[]) => ids.flatMap((id) => people.get(id) ?? []).join("; ");
  return content.sessions.map((session) => [
    session.id,
    session.title,
    session.abstract,
    session.kind,
    (session.topicId && topics.get(session.topicId)) || "",
    (session.roomId && rooms.get(session.roomId)) || "",
    timeWords(new Date(session.startsAt), timeZone),
    timeWords(new Date(session.endsAt), timeZone),
    session.seats,
    session.cancelled ? "yes" : "",
    names(session.speakers),
    names(session.moderators),
  ]);
}

/** Local time; in the hour that is there twice the second one carries its distance from UTC. */
function timeWords(at: Date, timeZone: string): string {
  const local = localMinute(at, timeZone);
  const plain = instantOf(local, timeZone).getTime() === at.getTime();
  return (plain ? local : localIso(at, timeZone)).replace("T", " ");
}
