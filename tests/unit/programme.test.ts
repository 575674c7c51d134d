import { describe, expect, test } from "vitest";
import { sessionData } from "@/components/programme/session-data";
import { calendarFile } from "@/lib/calendar";
import type { Conference } from "@/lib/conferences/queries";
import type { Locale } from "@/lib/i18n/locales";
import {
  byDay,
  byStart,
  mainKinds,
  openingDay,
  type ProgrammeSession,
  phase,
  related,
} from "@/lib/programme/rules";
import { timetable } from "@/lib/timetable/rules";

const room = (name: string, position: number) => ({ id: name, name, position, floor: null, seats: null });
const A = room("A", 1);
const B = room("B", 2);

function session(
  slug: string,
  from: string,
  to: string,
  more: Partial<ProgrammeSession> = {},
): ProgrammeSession {
  return {
    id: slug,
    number: 1,
    cancelled: false,
    slug,
    title: slug,
    abstract: "",
    kind: "session",
    startsAt: new Date(`2019-05-15T${from}:00+03:00`),
    endsAt: new Date(`2019-05-15T${to}:00+03:00`),
    seats: null,
    topic: null,
    room: A,
    speakers: [],
    moderators: [],
    ...more,
  };
}

describe("the grid of a day", () => {
  test("what is alone in its time lies across; what runs side by side has a column for each room", () => {
    const { columns, rows, cells } = timetable([
      session("opening", "09:00", "09:30"),
      session("b", "10:00", "11:00", { room: B }),
      session("a", "10:00", "11:30", { room: A }),
      session("lunch", "11:30", "12:30", { kind: "break", room: null }),
    ]);
    expect(columns).toEqual([
      { room: "A", name: "A", lanes: 1, from: 1 },
      { room: "B", name: "B", lanes: 1, from: 2 },
    ]);
    // 09:00, 09:30 (a gap), 10:00, 11:00, 11:30
    expect(rows.map(({ minutes, begins }) => [minutes, begins])).toEqual([
      [30, true],
      [30, false],
      [60, true],
      [30, false],
      [60, true],
    ]);
    expect(cells.get("opening")).toEqual({ fromRow: 1, toRow: 2, fromColumn: 1, toColumn: 3 });
    expect(cells.get("a")).toEqual({ fromRow: 3, toRow: 5, fromColumn: 1, toColumn: 2 });
    expect(cells.get("b")).toEqual({ fromRow: 3, toRow: 4, fromColumn: 2, toColumn: 3 });
    expect(cells.get("lunch")).toEqual({ fromRow: 5, toRow: 6, fromColumn: 1, toColumn: 3 });
  });

  test("two sessions in one room at one time stand in two lanes, and never on each other", () => {
    const { columns, cells } = timetable([
      session("first", "09:00", "10:00"),
      session("second", "09:30", "10:30"),
      session("third", "10:00", "11:00"),
      session("roomless", "09:00", "11:00", { room: null }),
    ]);
    expect(columns).toEqual([
      { room: "A", name: "A", lanes: 2, from: 1 },
      { room: "", name: "", lanes: 1, from: 3 },
    ]);
    expect(cells.get("first")?.fromColumn).toBe(1);
    expect(cells.get("second")?.fromColumn).toBe(2);
    expect(cells.get("third")?.fromColumn).toBe(1);
    expect(cells.get("roomless")?.fromColumn).toBe(3);
  });

  test("nothing planned is an empty grid", () => {
    expect(timetable([])).toMatchObject({ columns: [], rows: [] });
  });
});

describe("days and times", () => {
  test("a session after midnight in the conference's zone belongs to its own day", () => {
    const late = session("late", "23:00", "23:30");
    const night = { ...session("night", "00:30", "01:30"), startsAt: new Date("2019-05-15T21:30:00Z") };
    expect(
      byDay([night, late], "Europe/Bucharest").map(({ day, sessions }) => [day, sessions.length]),
    ).toEqual([
      ["2019-05-15", 1],
      ["2019-05-16", 1],
    ]);
  });
  test("the day that opens is today while the conference runs, else the first", () => {
    const days = ["2019-05-14", "2019-05-15"];
    expect(openingDay(days, "2019-05-15")).toBe("2019-05-15");
    expect(openingDay(days, "2019-03-20")).toBe("2019-05-14");
    expect(openingDay([], "2019-03-20")).toBeUndefined();
  });
  test("sessions that begin together stand together", () => {
    const together = byStart([
      session("c", "11:00", "12:00"),
      session("a", "09:00", "10:00"),
      session("b", "11:00", "11:30"),
    ]);
    expect(together.map(({ sessions }) => sessions.map(({ slug }) => slug))).toEqual([["a"], ["c", "b"]]);
  });
  test("a day is about what takes its time, not about its breaks", () => {
    const day = [
      session("lunch", "12:00", "18:00", { kind: "break" }),
      session("talk", "09:00", "09:30", { kind: "plenary" }),
      session("long", "09:30", "12:00", { kind: "breakout" }),
    ];
    expect(mainKinds(day)).toEqual(["breakout", "plenary"]);
  });
  test("a session has ended at the instant of its end", () => {
    const one = session("one", "09:00", "10:00");
    expect(phase(one, new Date("2019-05-15T05:59:59Z"))).toBe("before");
    expect(phase(one, one.startsAt)).toBe("now");
    expect(phase(one, one.endsAt)).toBe("over");
  });
});

test("related: the same topic before what merely follows, and neither itself nor a break", () => {
  const topic = { key: "digital", name: "Digital", colour: 1, position: 0 };
  const one = session("one", "09:00", "10:00", { topic });
  const all = [
    one,
    session("coffee", "10:00", "10:15", { kind: "break" }),
    session("later", "11:00", "12:00"),
    session("kin", "14:00", "15:00", { topic }),
    session("earlier", "08:00", "08:30"),
  ];
  expect(related(one, all).map(({ slug }) => slug)).toEqual(["kin", "later"]);
});

test("a calendar file escapes what would break it", () => {
  const file = calendarFile("ECC; 2019", [
    {
      id: "one@ecc2019",
      title: "Trust, not funding; really\r\nBEGIN:VALARM",
      startsAt: new Date("2019-05-15T06:00:00Z"),
      endsAt: new Date("2019-05-15T07:00:00Z"),
      place: "Room A, Palace",
      description: "back\\slash",
      url: "https://conference.example/en/x",
    },
  ]);
  expect(file).toContain("DTSTART:20190515T060000Z");
  expect(file).toContain("SUMMARY:Trust\\, not funding\\; really\\nBEGIN:VALARM");
  expect(file).not.toMatch(/^BEGIN:VALARM/m);
  expect(file).toContain("LOCATION:Room A\\, Palace");
  expect(file).toContain("UID:one@ecc2019");
});

test("search engines are told of a session that is cancelled", () => {
  const conference = { slug: "clocks", name: "Clocks", reader: "en" } as Conference & { reader: Locale };
  const status = (cancelled: boolean) =>
    sessionData(conference, session("a", "09:00", "10:00", { cancelled }), "https://portal.example")
      .eventStatus;
  expect(status(true)).toBe("https://schema.org/EventCancelled");
  expect(status(false)).toBe("https://schema.org/EventScheduled");
});
