import { describe, expect, test } from "vitest";
import { html } from "@/lib/html";
import type { ProgrammeSession } from "@/lib/programme/rules";
import {
  addressOf,
  choiceIn,
  fold,
  matches,
  noFilter,
  roomKeys,
  searchIndex,
  searchWords,
} from "@/lib/programme-filter/rules";

const session = (id: string, more: Partial<ProgrammeSession>): ProgrammeSession => ({
  id,
  number: 1,
  slug: id,
  title: id,
  abstract: "",
  kind: "session",
  startsAt: new Date("2019-05-15T06:00:00Z"),
  endsAt: new Date("2019-05-15T07:00:00Z"),
  seats: null,
  topic: null,
  room: null,
  speakers: [],
  moderators: [],
  cancelled: false,
  ...more,
});

test.each([
  ["Știință și inovație", "stiinta si inovatie"],
  ["Şcoală", "scoala"],
  ["Łódź, Œuvre, Straße, Ærø", "lodz, oeuvre, strasse, aero"],
  ["ÉCONOMIE\n  circulaire", "economie circulaire"],
  ["ﬁnance", "finance"],
  ["Ёлка", "елка"],
  ["  ", ""],
])("%s is searched as %s", (text, folded) => {
  expect(fold(text)).toBe(folded);
});

describe("a session and what is chosen", () => {
  const indexed = { text: "circular economy bianca dragomir room a", speakers: ["bianca-dragomir"] };
  const one = { topic: "digital", kind: "panel", room: "a", indexed };
  test.each([
    ["everything", {}, true],
    ["its topic", { topic: "digital" }, true],
    ["another topic", { topic: "circular" }, false],
    ["its topic in another room", { topic: "digital", room: "b" }, false],
    ["all that it is", { topic: "digital", kind: "panel", room: "a", speaker: "bianca-dragomir" }, true],
    ["another speaker", { speaker: "somebody-else" }, false],
    ["words in any order, accents and all", { q: "Dragomír  ÉCONOMY" }, true],
    ["a part of a word", { q: "circ" }, true],
    ["one word of two", { q: "circular finance" }, false],
    ["spaces", { q: "   " }, true],
    ["only what is mine", { mine: "1" }, false],
  ])("%s", (_, chosen, fits) => {
    const filter = { ...noFilter, ...chosen };
    expect(matches(one, filter, searchWords(filter.q))).toBe(fits);
  });

  test("is not left out while the index is still on its way", () => {
    const { indexed: _, ...unknown } = one;
    expect(matches(unknown, { ...noFilter, q: "finance", speaker: "x" }, ["finance"])).toBe(true);
    expect(matches(unknown, { ...noFilter, topic: "circular", q: "finance" }, ["finance"])).toBe(false);
  });
});

test("the address keeps the choice, and nothing that is not offered", () => {
  const filter = { q: "œuvre & co", topic: "a", kind: "", room: "room-b", speaker: "", mine: "1" };
  const address = addressOf(filter, "2019-05-15", "2019-05-14");
  expect(address).toBe("?day=2019-05-15&q=%C5%93uvre+%26+co&topic=a&room=room-b&mine=1");
  expect(choiceIn(address, () => true)).toEqual(filter);
  expect(choiceIn(address, (name) => name === "room")).toEqual({ ...filter, topic: "", mine: "" });
  expect(addressOf(noFilter, "2019-05-14", "2019-05-14")).toBe("");
  expect(choiceIn(`?q=${"x".repeat(5000)}`, () => true).q).toHaveLength(200);
});

test("the index holds what is searched: title, abstract, people, where from, room and topic", () => {
  const speaker = { slug: "zoe", name: "Zoë Łuk", affiliation: "Straße" };
  const moderator = { slug: "ana", name: "Ană", affiliation: null };
  const index = searchIndex([
    session("one", {
      title: "Über",
      abstract: "Și alte",
      speakers: [speaker],
      moderators: [moderator],
      room: { id: "r", name: "Sală Mare", floor: null, seats: null, position: 1 },
      topic: { key: "t", name: "Économie", colour: 1, position: 1 },
    }),
    session("two", { speakers: [speaker] }),
  ]);
  expect(index.sessions.one?.text).toBe("uber si alte sala mare economie zoe luk strasse ana");
  expect(index.sessions.one?.speakers).toEqual(["zoe", "ana"]);
  expect(index.speakers.map(({ slug }) => slug)).toEqual(["ana", "zoe"]);
});

describe("markup", () => {
  test("escapes what is put in, and not twice what is markup already", () => {
    const hostile = `<img src=x onerror="alert('1')"> & co`;
    const inner = html`<b title="${hostile}">${hostile}</b>`;
    const safe = "&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; co";
    expect(String(inner)).toBe(`<b title="${safe}">${safe}</b>`);
    expect(String(html`<p>${inner}</p>`)).toBe(`<p>${inner}</p>`);
  });

  test("joins lists; nothing is nothing, nought is a number", () => {
    expect(String(html`${["a", html`<i>`, 0]}${null}${undefined}${false}`)).toBe("a<i>0");
  });

  test("nothing that only looks like markup passes as such", () => {
    const forged = { toString: () => "<script>" } as unknown as string;
    expect(String(html`${forged}`)).not.toContain("<script>");
  });
});

test("rooms whose names come out alike have addresses of their own, in the rooms' order", () => {
  const room = (id: string, name: string, position: number) => ({
    room: { id, name, position, floor: null, seats: null },
  });
  const inRooms = [
    room("c", "Зал", 3),
    room("b", "Sala-1", 1),
    room("a", "Sala 1", 0),
    room("a", "Sala 1", 0),
    room("d", "Séance", 2),
    { room: null },
  ];
  expect(roomKeys(inRooms)).toEqual(
    new Map([
      ["a", "sala-1"],
      ["b", "sala-1-2"],
      ["d", "seance"],
      ["c", "Зал"],
    ]),
  );
});
