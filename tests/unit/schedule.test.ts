import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import type { ReleaseContent } from "@/db/schema";
import { scheduleOf } from "@/lib/schedule/rules";
import { scheduleXml } from "@/lib/schedule-xml/rules";
import { ScheduleJson } from "./support/schedule-json";

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const xsd = readFileSync(new URL("./support/schedule.xsd", import.meta.url), "utf8");
const problems = async (xml: string) =>
  (await validateXML({ xml: [{ fileName: "schedule.xml", contents: xml }], schema: [xsd] })).errors.map(
    ({ message }) => message,
  );

const conference = {
  slug: "ecc-2019",
  name: "Conference <of> Clusters & “friends”",
  startsOn: "2019-05-14",
  endsOn: "2019-05-16",
  timeZone: "Europe/Bucharest",
  locale: "en",
};
const options = { version: "2 (Rooms)", base: "https://portal.example", reader: "de", cancelled: "Abgesagt" };

type Session = ReleaseContent["sessions"][number];
const session = (number: number, startsAt: string, endsAt: string, more: Partial<Session> = {}): Session => ({
  id: id(number),
  number,
  slug: `session-${number}`,
  title: `Session ${number}`,
  abstract: "",
  kind: "session",
  topicId: null,
  roomId: id(100),
  startsAt,
  endsAt,
  seats: null,
  cancelled: false,
  speakers: [],
  moderators: [],
  ...more,
});
const content = (...sessions: Session[]): ReleaseContent => ({
  rooms: [
    { id: id(100), name: "Hall & <attic>", floor: "P1", seats: 450, position: 1 },
    { id: id(101), name: "__proto__", floor: null, seats: null, position: 0 },
  ],
  topics: [{ id: id(200), key: "digital", name: { en: "Digital", de: "Digitales" }, colour: 1, position: 0 }],
  speakers: [
    {
      id: id(300),
      slug: "ana",
      name: "Ana \u0000\u000B Popescu",
      affiliation: "Cluster",
      about: { en: "She <b>speaks</b>." },
      photoId: null,
      position: 0,
    },
  ],
  sessions,
});
const events = (schedule: ReturnType<typeof scheduleOf>) =>
  schedule.schedule.conference.days.flatMap(({ date, rooms }) =>
    Object.values(rooms).flatMap((some) => some.map((event) => ({ day: date, ...event }))),
  );

const full = content(
  session(1, "2019-05-14T06:00:00.000Z", "2019-05-14T07:30:00.000Z", {
    topicId: id(200),
    seats: 120,
    speakers: [id(300)],
    moderators: [id(300)],
    abstract: "]]> & </abstract>\u0008 end \u{1F600}",
  }),
  session(2, "2019-05-15T06:00:00.000Z", "2019-05-15T07:30:00.000Z", {
    cancelled: true,
    roomId: null,
    slug: "b",
  }),
  session(3, "2019-05-15T06:00:00.000Z", "2019-05-15T06:15:00.000Z", { roomId: id(101) }),
);

describe("schedule.xml and schedule.json", () => {
  test("are valid by the rules of the voc validator, whatever stands in the texts", async () => {
    const schedule = scheduleOf(conference, full, options);
    expect(await problems(scheduleXml(schedule))).toEqual([]);
    expect(ScheduleJson.safeParse(JSON.parse(JSON.stringify(schedule))).error?.issues).toBeUndefined();
  });

  test("are valid with a short name, and with a zone that the format has no name for", async () => {
    const schedule = scheduleOf({ ...conference, slug: "a-b", timeZone: "Etc/GMT+2" }, full, options);
    expect(await problems(scheduleXml(schedule))).toEqual([]);
    expect(ScheduleJson.safeParse(JSON.parse(JSON.stringify(schedule))).error?.issues).toBeUndefined();
    expect(schedule.schedule.conference).toMatchObject({ acronym: "a_b_2019" });
    expect("time_zone_name" in schedule.schedule.conference).toBe(false);
  });

  test("are valid before anything was published", async () => {
    const schedule = scheduleOf(conference, content(), { ...options, version: "0" });
    expect(await problems(scheduleXml(schedule))).toEqual([]);
    expect(schedule.schedule.conference.days.map(({ date }) => date)).toEqual(["2019-05-14", "2019-05-16"]);
  });

  test("the schema refuses what is wrong: it does look", async () => {
    const xml = scheduleXml(scheduleOf(conference, full, options));
    for (const [from, to] of [
      ['id="2"', 'id="1"'],
      ["<duration>01:30", "<duration>90"],
      ["2019-05-14T09:00:00+03:00", "2019-05-14T09:00:00"],
      [id(1), "guid"],
      ["<title>Session 1</title>", ""],
      ["<slug>ecc2019-1-", "<slug>"],
      ["<acronym>ecc_2019", "<acronym>ECC 2019"],
      ["<start>09:00", "<start>9 am"],
      ['index="2"', 'index="1"'],
    ] as const)
      expect(await problems(xml.replace(from, to)), from).not.toEqual([]);
  });

  test("keep ids, say what is cancelled, and name topics in the reader's language", () => {
    const [first, second] = events(scheduleOf(conference, full, options));
    expect(first).toMatchObject({
      id: 1,
      guid: id(1),
      track: "Digitales",
      url: "https://portal.example/de/ecc-2019/programme/session-1",
      answers: [
        { question: "seats", answer: "120" },
        { question: "cancelled", answer: "false" },
      ],
    });
    expect(first?.persons.map(({ guid, role }) => [guid, role])).toEqual([
      [id(300), "speaker"],
      [id(300), "moderator"],
    ]);
    expect(
      events(scheduleOf(conference, full, options)).find(({ id: number }) => number === 2),
    ).toMatchObject({
      subtitle: "Abgesagt",
      answers: [
        { question: "seats", answer: "none" },
        { question: "cancelled", answer: "true" },
      ],
      slug: "ecc2019-2-session-b",
      room: "–",
    });
    expect(second?.day).toBe("2019-05-15");
  });
});

describe("time", () => {
  const at = (timeZone: string, startsOn: string, endsOn: string, ...sessions: Session[]) =>
    scheduleOf({ ...conference, timeZone, startsOn, endsOn }, content(...sessions), options);

  test("in the night when summer time begins, an hour is skipped and not counted", () => {
    const schedule = at(
      "Europe/Bucharest",
      "2019-03-30",
      "2019-03-31",
      session(1, "2019-03-31T00:30:00.000Z", "2019-03-31T01:30:00.000Z"),
    );
    expect(events(schedule)[0]).toMatchObject({
      date: "2019-03-31T02:30:00+02:00",
      start: "02:30",
      duration: "01:00",
    });
    expect(schedule.schedule.conference.days[1]).toMatchObject({
      day_start: "2019-03-31T00:00:00+02:00",
      day_end: "2019-03-31T23:59:59+03:00",
    });
  });

  test("in the night when it ends, the hour that is there twice is told apart", () => {
    const schedule = at(
      "Europe/Bucharest",
      "2019-10-26",
      "2019-10-27",
      session(1, "2019-10-27T00:30:00.000Z", "2019-10-27T00:45:00.000Z"),
      session(2, "2019-10-27T01:30:00.000Z", "2019-10-27T01:45:00.000Z"),
      session(3, "2019-10-26T20:00:00.000Z", "2019-10-27T02:00:00.000Z"),
    );
    const byId = new Map(events(schedule).map((event) => [event.id, event]));
    expect(byId.get(1)?.date).toBe("2019-10-27T03:30:00+03:00");
    expect(byId.get(2)?.date).toBe("2019-10-27T03:30:00+02:00");
    // From 23:00 to 04:00 on the clock on the wall are six hours in this night.
    expect(byId.get(3)).toMatchObject({ day: "2019-10-26", start: "23:00", duration: "06:00" });
  });

  test("what ends after midnight belongs to the day on which it began, and that day ends with it", () => {
    const schedule = at(
      "Europe/Bucharest",
      "2019-05-14",
      "2019-05-15",
      session(1, "2019-05-14T19:00:00.000Z", "2019-05-14T23:00:00.000Z"),
      session(2, "2019-05-14T21:00:00.000Z", "2019-05-14T21:30:00.000Z"),
    );
    expect(events(schedule).map(({ day, start, duration }) => [day, start, duration])).toEqual([
      ["2019-05-14", "22:00", "04:00"],
      ["2019-05-15", "00:00", "00:30"],
    ]);
    expect(schedule.schedule.conference.days[0]?.day_end).toBe("2019-05-15T02:00:00+03:00");
  });

  test("days are those of the conference's zone, not the machine's; one outside the conference counts too", async () => {
    const schedule = at(
      "Pacific/Auckland",
      "2019-05-14",
      "2019-05-14",
      session(1, "2019-05-13T20:00:00.000Z", "2019-05-13T21:00:00.000Z"),
      session(2, "2019-05-15T20:00:00.000Z", "2019-05-15T21:00:00.000Z"),
    );
    expect(schedule.schedule.conference.days.map(({ date, index }) => [index, date])).toEqual([
      [1, "2019-05-14"],
      [2, "2019-05-16"],
    ]);
    expect(events(schedule)[0]?.date).toBe("2019-05-14T08:00:00+12:00");
    expect(await problems(scheduleXml(schedule))).toEqual([]);
  });
});
