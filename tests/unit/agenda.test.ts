import { describe, expect, test } from "vitest";
import { z } from "zod";
import { isId } from "@/lib/address";
import {
  type AgendaEntry,
  gaps,
  keptLately,
  keptNote,
  overlaps,
  standings,
  walkingMinutes,
  walks,
} from "@/lib/agenda/rules";
import { keyOf, webcalAddress } from "@/lib/feeds/rules";
import { StarsInput } from "@/lib/stars/input";
import { readStars } from "@/lib/stars/rules";

const at = (time: string, day = 14) => new Date(`2019-05-${day}T${time}:00Z`);

function entry(id: string, from: string, to: string, more: Partial<AgendaEntry> = {}): AgendaEntry {
  return {
    kind: "session",
    id,
    slug: id,
    title: id,
    format: "session",
    startsAt: at(from),
    endsAt: at(to),
    room: null,
    floor: null,
    cancelled: false,
    starred: true,
    seat: null,
    ...more,
  };
}

describe("overlaps", () => {
  const told = (entries: AgendaEntry[]) =>
    [...overlaps(entries)].map(([id, all]) => [id, ...all.map((one) => [one.with.id, one.minutes])]);

  test.each<[string, AgendaEntry[], unknown[]]>([
    ["nothing in an empty agenda", [], []],
    [
      "one after the other does not overlap",
      [entry("a", "09:00", "10:00"), entry("b", "10:00", "11:00")],
      [],
    ],
    [
      "the later one names the earlier one, and how long",
      [entry("b", "09:45", "11:00"), entry("a", "09:00", "10:00")],
      [["b", ["a", 15]]],
    ],
    [
      "what lies within another overlaps as long as it lasts",
      [entry("a", "09:00", "12:00"), entry("b", "10:00", "10:20")],
      [["b", ["a", 20]]],
    ],
    [
      "a third one overlaps with both",
      [entry("a", "09:00", "12:00"), entry("b", "10:00", "11:00"), entry("c", "10:30", "13:00")],
      [
        ["b", ["a", 60]],
        ["c", ["a", 90], ["b", 30]],
      ],
    ],
    ["the same time", [entry("a", "09:00", "10:00"), entry("b", "09:00", "10:00")], [["b", ["a", 60]]]],
    [
      "what is cancelled is in nobody's way",
      [entry("a", "09:00", "10:00", { cancelled: true }), entry("b", "09:00", "10:00")],
      [],
    ],
    [
      "past midnight",
      [
        entry("a", "23:00", "23:59", { endsAt: at("00:30", 15) }),
        entry("b", "00:00", "01:00", { startsAt: at("00:00", 15), endsAt: at("01:00", 15) }),
      ],
      [["b", ["a", 30]]],
    ],
  ])("%s", (_, entries, expected) => expect(told(entries)).toEqual(expected));
});

describe("gaps", () => {
  const told = (entries: AgendaEntry[]) =>
    [...gaps(entries)].map(([id, { from, to }]) => [
      id,
      from.toISOString().slice(11, 16),
      to.toISOString().slice(11, 16),
    ]);

  test("free time between, but not before the first, within a longer one, or for nine minutes", () => {
    expect(told([entry("a", "09:00", "10:30"), entry("b", "11:00", "12:00")])).toEqual([
      ["b", "10:30", "11:00"],
    ]);
    expect(
      told([entry("a", "09:00", "12:00"), entry("b", "09:30", "10:00"), entry("c", "11:00", "13:00")]),
    ).toEqual([]);
    expect(told([entry("a", "09:00", "10:00"), entry("b", "10:09", "11:00")])).toEqual([]);
    expect(told([entry("a", "09:00", "10:00"), entry("b", "10:10", "11:00")])).toEqual([
      ["b", "10:00", "10:10"],
    ]);
  });

  test("what is cancelled is free time", () => {
    const cancelled = entry("b", "10:00", "11:00", { cancelled: true });
    expect(told([entry("a", "09:00", "10:00"), cancelled, entry("c", "11:00", "12:00")])).toEqual([
      ["c", "10:00", "11:00"],
    ]);
  });
});

describe("ways", () => {
  test.each<[string | null, string | null, number | null]>([
    ["P1", "P1", null],
    ["P1", null, null],
    [null, "P1", null],
    ["P1", "P2", 3],
    ["P1", "P3", 5],
    ["1", "-1", 5],
    ["P1", "E", 3],
    ["E1", "P4", 3],
    ["Ground", "Upper", 3],
  ])("from floor %s to floor %s: %s minutes", (from, to, minutes) =>
    expect(walkingMinutes({ room: "a", floor: from }, { room: "b", floor: to })).toBe(minutes),
  );

  test("are told from what ended last, with the time there is", () => {
    const found = walks([
      entry("a", "09:00", "10:00", { floor: "P1" }),
      entry("b", "09:00", "10:28", { floor: "P2" }),
      entry("c", "10:30", "11:00", { floor: "P1" }),
      entry("d", "11:00", "12:00", { floor: "P1" }),
    ]);
    expect([...found].map(([id, { from, minutes, time }]) => [id, from.id, minutes, time])).toEqual([
      ["c", "b", 3, 2],
    ]);
  });
});

test("now, next and over, by the clock that is given", () => {
  const entries = [
    entry("a", "09:00", "10:00"),
    entry("b", "10:00", "11:00"),
    entry("gone", "11:00", "12:00", { cancelled: true }),
    entry("c", "12:00", "13:00"),
    entry("d", "12:00", "14:00"),
    entry("e", "15:00", "16:00"),
  ];
  expect([...standings(entries, at("10:00"))]).toEqual([
    ["a", "over"],
    ["b", "now"],
    ["c", "next"],
    ["d", "next"],
  ]);
  // Two months before nothing is next.
  expect(standings(entries, new Date("2019-03-14T09:00:00Z")).size).toBe(0);
});

test("pages are kept anew for another reader, and after ten minutes", () => {
  const note = keptNote(true, at("09:00"));
  expect(keptLately(note, true, at("09:09"))).toBe(true);
  expect(keptLately(note, true, at("09:10"))).toBe(false);
  expect(keptLately(note, false, at("09:01"))).toBe(false);
  for (const strange of [null, "", "true", "true yesterday"])
    expect(keptLately(strange, true, at("09:00"))).toBe(false);
});

test("what a browser kept is believed as far as it is ids", () => {
  const id = "325aa645-15d2-4436-a99e-7ff8ab0f335a";
  expect(readStars(JSON.stringify([id, id, 7, "x'; drop table", null]))).toEqual([id]);
  for (const text of [null, "", "{", "7", '{"a":1}', "null"]) expect(readStars(text)).toEqual([]);
});

// One id that the account does not take would let every handing over of this browser's stars fail.
test.each([
  ["325aa645-15d2-4436-a99e-7ff8ab0f335a", true],
  ["325AA645-15D2-4436-A99E-7FF8AB0F335A", true],
  ["00000000-0000-0000-0000-000000000000", true],
  ["ffffffff-ffff-ffff-ffff-ffffffffffff", true],
  ["325aa645-15d2-0436-a99e-7ff8ab0f335a", false],
  ["325aa645-15d2-9436-a99e-7ff8ab0f335a", false],
  ["325aa645-15d2-4436-c99e-7ff8ab0f335a", false],
  ["11111111-1111-1111-1111-111111111111", false],
  ["325aa645-15d2-4436-a99e-7ff8ab0f335a\n", false],
])("%s is an id here and in every form, or nowhere: %s", (text, is) => {
  expect(isId(text)).toBe(is);
  expect(z.uuid().safeParse(text).success).toBe(is);
  const kept = readStars(JSON.stringify([text]));
  expect(kept).toEqual(is ? [text] : []);
  expect(StarsInput.safeParse({ add: kept }).success).toBe(true);
});

test("the key of a feed is 43 letters, and nothing else is asked for in the database", () => {
  const key = "aB3_-".padEnd(43, "x");
  expect(keyOf(`${key}.ics`)).toBe(key);
  for (const part of [key, `${key}x.ics`, "x.ics", `${key.slice(1)}..ics`, `../${key}.ics`])
    expect(keyOf(part)).toBeUndefined();
  expect(webcalAddress(`https://a.example/feeds/${key}.ics`)).toBe(`webcal://a.example/feeds/${key}.ics`);
});
