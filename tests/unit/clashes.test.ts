import { describe, expect, test } from "vitest";
import { allClashes, clashesOf, clashKey, type Frame, type Slot, unknown } from "@/lib/clashes/rules";
import { dayBounds, edgePull, endedAt, hoursOf, lanesOf, movedTo, onDay } from "@/lib/draft-grid/rules";
import { differing, freeSlug, slugOf } from "@/lib/drafts/rules";
import { instantNear, instantOf } from "@/lib/local-time";
import { pictureType } from "@/lib/photos/rules";
import { MoveInput } from "@/lib/session-moves/input";
import { SessionInput } from "@/lib/sessions/input";
import { slotOf } from "@/lib/sessions/rules";
import { nextColour } from "@/lib/topics/rules";

const at = (time: string, day = "15") => new Date(`2019-05-${day}T${time}:00Z`);

const slot = (id: string, from: string, to: string, more: Partial<Slot> = {}): Slot => ({
  id,
  kind: "session",
  roomId: "A",
  startsAt: at(from),
  endsAt: at(to),
  seats: null,
  speakers: [],
  moderators: [],
  cancelled: false,
  booked: 0,
  ...more,
});

const frame: Frame = {
  rooms: [
    { id: "A", seats: 100 },
    { id: "B", seats: null },
  ],
  from: at("00:00", "14"),
  to: at("23:59", "16"),
};
const other = slot("other", "10:00", "11:00", { speakers: ["ana"], moderators: ["dan"] });

describe("clashes", () => {
  test.each<[string, Partial<Slot>, string, string, string[]]>([
    ["the same room at the same time", {}, "10:30", "11:30", ["room"]],
    ["one begins when the other ends", {}, "11:00", "12:00", []],
    ["one ends when the other begins", {}, "09:00", "10:00", []],
    ["one within the other", {}, "10:15", "10:20", ["room"]],
    ["another room", { roomId: "B" }, "10:30", "11:30", []],
    ["no room yet", { roomId: null }, "10:30", "11:30", []],
    ["a break in a room in use", { kind: "break" }, "10:30", "11:30", []],
    ["someone speaks in both", { roomId: "B", speakers: ["ana"] }, "10:30", "11:30", ["speaker"]],
    [
      "someone speaks here and moderates there",
      { roomId: "B", speakers: ["dan"] },
      "10:30",
      "11:30",
      ["chair"],
    ],
    [
      "someone moderates here and speaks there",
      { roomId: "B", moderators: ["ana"] },
      "10:30",
      "11:30",
      ["chair"],
    ],
    ["the same moderator", { roomId: "B", moderators: ["dan"] }, "10:30", "11:30", ["chair"]],
    [
      "someone twice in the one session",
      { roomId: "B", speakers: ["eva"], moderators: ["eva"] },
      "10:30",
      "11:30",
      [],
    ],
    ["room and person", { speakers: ["ana"] }, "10:30", "11:30", ["room", "speaker"]],
    ["as many seats as the room has", { seats: 100 }, "12:00", "13:00", []],
    ["more seats than the room has", { seats: 101 }, "12:00", "13:00", ["seats"]],
    ["a room that says nothing of seats", { seats: 900, roomId: "B" }, "12:00", "13:00", []],
    ["fewer seats than are booked", { seats: 10, booked: 12 }, "12:00", "13:00", ["booked"]],
    ["no seats to book any more", { seats: null, booked: 12 }, "12:00", "13:00", []],
    ["cancelled: it is in nobody's way", { cancelled: true, speakers: ["ana"] }, "10:30", "11:30", []],
  ])("%s", (_, more, from, to, expected) => {
    const found = clashesOf(slot("x", from, to, more), [other], frame);
    expect(found.map(({ kind }) => kind)).toEqual(expected);
  });

  test("a cancelled session is in nobody's way", () => {
    expect(clashesOf(slot("x", "10:00", "11:00"), [{ ...other, cancelled: true }], frame)).toEqual([]);
  });

  test.each([
    ["the evening before", at("23:00", "13"), at("23:30", "13"), ["days"]],
    ["the first minute", at("00:00", "14"), at("01:00", "14"), []],
    ["past midnight of the last day", at("23:00", "16"), at("02:00", "17"), []],
    ["the morning after", at("08:00", "17"), at("09:00", "17"), ["days"]],
    ["a whole day", at("09:00", "14"), at("09:00", "15"), []],
    ["longer than a day", at("09:00", "14"), at("09:05", "15"), ["long"]],
  ])("%s", (_, startsAt, endsAt, expected) => {
    const found = clashesOf({ ...slot("x", "00:00", "01:00"), startsAt, endsAt }, [], frame);
    expect(found.map(({ kind }) => kind)).toEqual(expected);
  });

  test("of a whole programme each stands once, at the first of the two", () => {
    const all = [other, slot("x", "10:30", "11:30"), slot("y", "11:00", "12:00", { seats: 500 })];
    expect(allClashes(all, frame).map(({ id, clash }) => `${id} ${clashKey(clash)}`)).toEqual([
      "other room:x",
      "x room:y",
      "y seats:500:100",
    ]);
  });

  test("a yes to one clash is no yes to another, nor to one that grew", () => {
    const clashes = clashesOf(slot("x", "10:30", "11:30", { seats: 200 }), [other], frame);
    expect(unknown(clashes, clashes.map(clashKey))).toEqual([]);
    expect(unknown(clashes, ["room:other", "seats:150:100"])).toEqual([
      { kind: "seats", seats: 200, roomSeats: 100 },
    ]);
  });
});

describe("what stands in a session's form", () => {
  const fixed = { id: "x", cancelled: false, booked: 0 };
  const values = {
    kind: "panel",
    roomId: "A",
    startsAt: "2019-05-15T22:00",
    endsAt: "2019-05-16T01:30",
    seats: "40",
    speakers: ["ana", ""],
    moderators: [],
  };
  test("is a slot in the conference's zone, past midnight too", () => {
    expect(slotOf(values, "Europe/Bucharest", fixed)).toMatchObject({
      startsAt: new Date("2019-05-15T19:00:00Z"),
      endsAt: new Date("2019-05-15T22:30:00Z"),
      seats: 40,
      speakers: ["ana"],
    });
  });
  test.each([
    ["half a date", { startsAt: "2019-05-" }],
    ["no end", { endsAt: "" }],
    ["an end before the beginning", { endsAt: "2019-05-15T21:00" }],
  ])("is none with %s", (_, changed) => {
    expect(slotOf({ ...values, ...changed }, "Europe/Bucharest", fixed)).toBeUndefined();
  });
});

describe("the hour that is there twice", () => {
  const zone = "Europe/Bucharest";
  const instant = (time: string) => `2019-10-27T${time}Z`;
  // 03:30 is at 00:30 and, an hour later, at 01:30 UTC.
  const first = { startsAtWas: instant("00:30:00.000"), endsAtWas: instant("01:15:00.000") };
  const second = { startsAtWas: instant("01:30:20.000"), endsAtWas: instant("02:30:00.000") };
  const form = (startsAt: string, endsAt: string, was: object) =>
    SessionInput(zone).safeParse({
      version: "1",
      kind: "panel",
      title: "Another title",
      startsAt: `2019-10-27T${startsAt}`,
      endsAt: `2019-10-27T${endsAt}`,
      ...was,
    });
  test.each([
    [
      "the second reading stays when only the title changed",
      "03:30",
      "04:30",
      second,
      "01:30:20",
      "02:30:00",
    ],
    ["so does the first", "03:30", "03:15", first, "00:30:00", "01:15:00"],
    ["five minutes on it is still the second", "03:35", "04:30", second, "01:35:00", "02:30:00"],
    ["and the first", "03:25", "03:15", first, "00:25:00", "01:15:00"],
    ["out of it there is one reading", "02:30", "04:30", second, "23:30:00", "02:30:00"],
    ["a new session begins in the first", "03:30", "04:30", {}, "00:30:00", "02:30:00"],
    [
      "words that are no instant count for nothing",
      "03:30",
      "04:30",
      { startsAtWas: "soon" },
      "00:30:00",
      "02:30:00",
    ],
  ])("%s", (_, startsAt, endsAt, was, begins, ends) => {
    const read = form(startsAt, endsAt, was);
    const begin = new Date(begins === "23:30:00" ? "2019-10-26T23:30:00Z" : instant(begins));
    expect(read.data?.session).toMatchObject({ startsAt: begin, endsAt: new Date(instant(ends)) });
    const typed = {
      kind: "panel",
      startsAt: `2019-10-27T${startsAt}`,
      endsAt: `2019-10-27T${endsAt}`,
      ...was,
    };
    expect(slotOf(typed, zone, { id: "x", cancelled: false, booked: 0 })?.startsAt).toEqual(begin);
  });

  test("a move of the grid is an instant, in whatever reading", () => {
    const read = MoveInput(zone).safeParse({
      id: "325aa645-15d2-4436-a99e-7ff8ab0f335a",
      version: "1",
      startsAt: "2019-10-27T03:30:00+02:00",
      endsAt: instant("02:00:00.000"),
    });
    expect(read.data).toMatchObject({
      startsAt: new Date(instant("01:30:00")),
      endsAt: new Date(instant("02:00:00")),
    });
  });

  test("in the hour that is skipped a time is the later reading, whatever stood there", () => {
    const was = new Date("2019-03-31T06:00:00Z");
    expect(instantNear("2019-03-31T03:30", was, zone)).toEqual(instantOf("2019-03-31T03:30", zone));
  });
});

describe("the grid of a day", () => {
  const midnight = at("00:00");
  test("goes from 8 to 19, further where something is planned, and past midnight", () => {
    expect(dayBounds([], midnight, [8, 19])).toEqual([at("08:00"), at("19:00")]);
    const late = [slot("a", "07:30", "08:00"), { ...slot("b", "22:00", "23:00"), endsAt: at("01:15", "16") }];
    expect(dayBounds(late, midnight, [8, 19])).toEqual([at("07:00"), at("02:00", "16")]);
    expect(hoursOf([at("08:00"), at("10:00")])).toEqual([at("08:00"), at("09:00")]);
  });
  test("puts what overlaps side by side, and what follows again at full width", () => {
    const lanes = lanesOf([
      slot("a", "09:00", "10:00"),
      slot("b", "09:30", "10:30"),
      slot("c", "10:00", "11:00"),
      slot("d", "11:00", "12:00"),
    ]);
    expect(Object.fromEntries(lanes)).toEqual({
      a: { lane: 0, of: 2 },
      b: { lane: 1, of: 2 },
      c: { lane: 0, of: 2 },
      d: { lane: 0, of: 1 },
    });
  });
  test("moves by five minutes and keeps the length; an end stays behind its beginning", () => {
    const session = slot("a", "09:00", "09:45");
    expect(movedTo(session, at("08:00"), 93)).toMatchObject({ startsAt: at("09:35"), endsAt: at("10:20") });
    expect(movedTo(session, at("08:00"), -40).startsAt).toEqual(at("08:00"));
    expect(endedAt(session, at("08:00"), 121).endsAt).toEqual(at("10:00"));
    expect(endedAt(session, at("08:00"), 10).endsAt).toEqual(at("09:05"));
  });
});

describe("the draft", () => {
  test.each([
    ["Économie & société", "economie-societe"],
    ["Țară și oameni", "tara-si-oameni"],
    ["  --  ", "session"],
    ["Ω", "session"],
  ])("%s has the address %s", (title, slug) => expect(slugOf(title, "session")).toBe(slug));
  test("an address that is taken gets a number", () =>
    expect(freeSlug("panel", ["panel", "panel-2"])).toBe("panel-3"));
  test("differs in what changed, what came and what went", () =>
    expect(differing({ a: 1, b: [1], c: "" }, { a: 1, b: [2], d: 4 })).toEqual(["b", "c", "d"]));
  test("a new topic takes the colour that is used least", () => {
    expect(nextColour([])).toBe(1);
    expect(nextColour([1, 2, 3, 4, 5, 6, 7])).toBe(8);
    expect(nextColour([1, 1, 2, 3, 4, 5, 6, 7, 8])).toBe(2);
  });
});

describe("a picture is known by its first bytes", () => {
  test.each([
    [[0xff, 0xd8, 0xff, 0xe0], "jpeg"],
    [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], "png"],
    [[...Buffer.from("RIFF....WEBPVP8 ")], "webp"],
    [[...Buffer.from("RIFF....WAVEfmt ")], undefined],
    [[...Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'>")], undefined],
    [[...Buffer.from("%PDF-1.7")], undefined],
    [[...Buffer.from("GIF89a")], undefined],
    [[], undefined],
  ])("%#", (bytes, type) => expect(pictureType(Uint8Array.from(bytes))).toBe(type));
});

describe("dragging", () => {
  test("to another day keeps the local time and the length, also when the clocks change between", () => {
    const session = { startsAt: new Date("2019-10-26T06:00:00Z"), endsAt: new Date("2019-10-26T07:30:00Z") };
    expect(onDay(session, "2019-10-28", "Europe/Bucharest")).toEqual({
      startsAt: new Date("2019-10-28T07:00:00Z"),
      endsAt: new Date("2019-10-28T08:30:00Z"),
    });
  });

  test("scrolls at the edges, faster the closer, and not between", () => {
    expect(edgePull(400, [0, 800])).toBe(0);
    expect(edgePull(780, [0, 800])).toBeGreaterThan(edgePull(750, [0, 800]));
    expect(edgePull(20, [0, 800])).toBe(-edgePull(780, [0, 800]));
    expect(edgePull(900, [0, 800])).toBe(edgePull(800, [0, 800]));
  });
});
