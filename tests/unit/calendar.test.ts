import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { describe, expect, test } from "vitest";
import { agendaCalendar } from "@/components/agenda/agenda-calendar";
import type { AgendaEntry } from "@/lib/agenda/rules";
import type { Conference } from "@/lib/conferences/queries";

const conference = {
  slug: "clocks",
  shortName: "Clocks 2019",
  timeZone: "Europe/Bucharest",
  venueName: "Hall",
  venueCity: "Bucharest",
  updatedAt: new Date("2019-02-01T08:00:00Z"),
} as Conference;

const changedAt = new Date("2019-03-01T08:00:00Z");
const release = { number: 3, at: new Date("2019-03-02T08:00:00Z") };

type Entry = AgendaEntry & { changedAt: Date };
const entry = (id: string, from: string, to: string, more: Partial<Entry> = {}): Entry => ({
  kind: "session",
  id,
  slug: id,
  title: id,
  format: "session",
  startsAt: new Date(from),
  endsAt: new Date(to),
  room: null,
  floor: null,
  cancelled: false,
  starred: true,
  seat: null,
  changedAt,
  ...more,
});

type Told = {
  uid: string;
  title: string;
  from: string;
  to: string;
  place: string;
  status: string;
  sequence: number;
};

const text = (value: unknown) =>
  typeof value === "object" && value ? String((value as { val?: unknown }).val) : String(value ?? "");

/** The same file, as two programs that know nothing of each other read it. */
const readers: Record<string, (file: string) => Told[]> = {
  "ical.js": (file) =>
    new ICAL.Component(ICAL.parse(file)).getAllSubcomponents("vevent").map((component) => {
      const event = new ICAL.Event(component);
      return {
        uid: event.uid,
        title: event.summary,
        from: event.startDate.toJSDate().toISOString(),
        to: event.endDate.toJSDate().toISOString(),
        place: event.location,
        status: text(component.getFirstPropertyValue("status")),
        sequence: event.sequence,
      };
    }),
  "node-ical": (file) =>
    Object.values(nodeIcal.sync.parseICS(file)).flatMap((event) =>
      event?.type === "VEVENT"
        ? [
            {
              uid: event.uid,
              title: text(event.summary),
              from: event.start.toISOString(),
              to: event.end?.toISOString() ?? "",
              place: text(event.location),
              status: event.status ?? "",
              sequence: Number(event.sequence),
            },
          ]
        : [],
    ),
};

const make = (entries: Entry[], locale: "en" | "ro" = "en") =>
  agendaCalendar(conference, locale, entries, release, "https://portal.example");

describe.each(Object.entries(readers))("%s reads", (_, read) => {
  test("instants, whatever zone the conference, the reader and this machine are in", async () => {
    // The clocks in Bucharest went forward on 31 March 2019, 03:00 to 04:00; the machine is in Kathmandu.
    const file = await make([
      entry("before", "2019-03-30T08:00:00Z", "2019-03-30T09:00:00Z"),
      entry("through", "2019-03-31T00:30:00Z", "2019-03-31T01:30:00Z"),
      entry("after", "2019-03-31T07:00:00Z", "2019-03-31T08:00:00Z"),
      entry("past-midnight", "2019-05-14T20:00:00Z", "2019-05-14T22:30:00Z"),
    ]);
    expect(file).not.toContain("TZID");
    expect(read(file).map(({ uid, from, to }) => [uid, from, to])).toEqual([
      ["before@openfloor", "2019-03-30T08:00:00.000Z", "2019-03-30T09:00:00.000Z"],
      ["through@openfloor", "2019-03-31T00:30:00.000Z", "2019-03-31T01:30:00.000Z"],
      ["after@openfloor", "2019-03-31T07:00:00.000Z", "2019-03-31T08:00:00.000Z"],
      ["past-midnight@openfloor", "2019-05-14T20:00:00.000Z", "2019-05-14T22:30:00.000Z"],
    ]);
  });

  test("both of the hours that autumn gives twice, apart and in their order", async () => {
    // In Bucharest 27 October 2019 has 03:00 to 04:00 in summer time, and then once more in winter time.
    const file = await make([
      entry("summer", "2019-10-27T00:30:00Z", "2019-10-27T01:00:00Z"),
      entry("winter", "2019-10-27T01:30:00Z", "2019-10-27T02:00:00Z"),
      entry("through", "2019-10-27T00:30:00Z", "2019-10-27T01:30:00Z"),
    ]);
    expect(read(file).map(({ uid, from, to }) => [uid, from, to])).toEqual([
      ["summer@openfloor", "2019-10-27T00:30:00.000Z", "2019-10-27T01:00:00.000Z"],
      ["winter@openfloor", "2019-10-27T01:30:00.000Z", "2019-10-27T02:00:00.000Z"],
      ["through@openfloor", "2019-10-27T00:30:00.000Z", "2019-10-27T01:30:00.000Z"],
    ]);
  });

  test("a hostile text as the text it is, and no event that was smuggled in", async () => {
    const title = "A;b,c\\d\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil\nSUMMARY:evil 🎪 ȘȚ";
    const [event, ...others] = read(
      await make([
        entry("one", "2019-05-14T06:00:00Z", "2019-05-14T07:00:00Z", {
          title,
          room: "X\nATTACH:http://evil",
        }),
      ]),
    );
    expect(others).toEqual([]);
    expect(event?.uid).toBe("one@openfloor");
    expect(event?.title.replaceAll("\r", "")).toBe(title.replaceAll("\r", ""));
    expect(event?.place).toContain("ATTACH:http://evil");
  });

  test("a long title that is folded between the bytes of a letter", async () => {
    const title = "Țară ".repeat(60).trim();
    const file = await make([entry("one", "2019-05-14T06:00:00Z", "2019-05-14T07:00:00Z", { title })]);
    expect(read(file)[0]?.title).toBe(title);
    for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  test("what is cancelled, waited for and booked, and which release it comes from", async () => {
    const at = ["2019-05-14T06:00:00Z", "2019-05-14T07:00:00Z"] as const;
    const file = await make([
      entry("gone", ...at, { cancelled: true, starred: false, seat: null }),
      entry("waiting", ...at, { seat: "waiting" }),
      entry("booked", ...at, { seat: "booked" }),
    ]);
    expect(read(file).map(({ title, status, sequence }) => [title, status, sequence])).toEqual([
      ["Cancelled: gone", "CANCELLED", 3],
      ["waiting (waiting list)", "", 3],
      ["booked", "", 3],
    ]);
    expect(file.match(/^TRANSP:TRANSPARENT/gm)).toHaveLength(2);
  });
});

test("a calendar with nothing in it is one, in the reader's language", async () => {
  const file = await make([], "ro");
  expect(file).toContain("X-WR-CALNAME:Agenda mea – Clocks 2019");
  for (const read of Object.values(readers)) expect(read(file)).toEqual([]);
});

test("the same agenda is the same file, and a change makes a later stamp", async () => {
  const one = entry("one", "2019-05-14T06:00:00Z", "2019-05-14T07:00:00Z");
  expect(await make([one])).toBe(await make([one]));
  expect(await make([one])).toContain("LAST-MODIFIED:20190302T080000Z");
  expect(await make([{ ...one, changedAt: new Date("2019-04-01T08:00:00Z") }])).toContain(
    "LAST-MODIFIED:20190401T080000Z",
  );
  const moved = { ...conference, venueName: "Other hall", updatedAt: new Date("2019-05-01T08:00:00Z") };
  const elsewhere = await agendaCalendar(moved, "en", [one], release, "https://portal.example");
  expect(elsewhere).toContain("LOCATION:Other hall");
  expect(elsewhere).toContain("LAST-MODIFIED:20190501T080000Z");
});
