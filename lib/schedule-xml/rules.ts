import type { Schedule, ScheduleEvent } from "../schedule/rules";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for XML 1.0: no markup, and none of the characters that it cannot carry. */
const text = (value: string | number) =>
  String(value)
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"]/g, (character) => escapes[character] ?? character);

const element = (name: string, value: string | number) => `<${name}>${text(value)}</${name}>`;
const attributes = (values: Record<string, string | number>) =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${text(value)}"`)
    .join("");

/** The same programme in the XML of frab, as the XSD of voc/schedule wants it (docs/schedule.md). */
export function scheduleXml({ schedule }: Schedule): string {
  const { conference, version, base_url } = schedule;
  const lines = [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    "<schedule>",
    element("version", version),
    "<conference>",
    element("title", conference.title),
    element("acronym", conference.acronym),
    element("start", conference.start),
    element("end", conference.end),
    element("days", conference.daysCount),
    element("timeslot_duration", conference.timeslot_duration),
    element("base_url", base_url),
    ...(conference.time_zone_name ? [element("time_zone_name", conference.time_zone_name)] : []),
    "</conference>",
    ...conference.days.flatMap((day) => [
      `<day${attributes({ index: day.index, date: day.date, start: day.day_start, end: day.day_end })}>`,
      ...Object.entries(day.rooms).flatMap(([room, events]) => [
        `<room${attributes({ name: room })}>`,
        ...events.map(eventXml),
        "</room>",
      ]),
      "</day>",
    ]),
    "</schedule>",
  ];
  return `${lines.join("\n")}\n`;
}

function eventXml(event: ScheduleEvent): string {
  const plain = [
    "date",
    "start",
    "duration",
    "room",
    "slug",
    "url",
    "title",
    "subtitle",
    "track",
    "type",
    "language",
    "abstract",
    "description",
  ] as const;
  return [
    `<event${attributes({ guid: event.guid, id: event.id })}>`,
    ...plain.map((name) => element(name, event[name])),
    `<persons>${event.persons.map(({ name }) => element("person", name)).join("")}</persons>`,
    "<links></links>",
    "</event>",
  ].join("\n");
}
