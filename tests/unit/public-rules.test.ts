import { describe, expect, test } from "vitest";
import { registrationOffer } from "@/lib/conferences/rules";
import { locales } from "@/lib/i18n/locales";
import { inPlural, pluralForms } from "@/lib/i18n/plural";
import { excerpt } from "@/lib/news/rules";
import { shownVersion } from "@/lib/pages/rules";
import { inOrder, windowNotice } from "@/lib/windows/rules";

const zone = "Europe/Bucharest";
const at = (local: string) => new Date(`${local}+03:00`);

describe("what a window says", () => {
  const window = { opensAt: at("2019-03-01T09:00:00"), closesAt: at("2019-04-30T23:59:00") };
  test.each([
    ["before it opens", "2019-02-27T10:00:00", { state: "opens", days: 2 }],
    ["at the opening instant", "2019-03-01T09:00:00", { state: "open-until", days: 60 }],
    ["15 days before its end", "2019-04-15T10:00:00", { state: "open-until", days: 15 }],
    ["14 days before its end", "2019-04-16T10:00:00", { state: "closes-soon", days: 14 }],
    ["at the closing instant, which is still open", "2019-04-30T23:59:00", { state: "closes-soon", days: 0 }],
    ["a moment later", "2019-04-30T23:59:01", { state: "closed", days: 0 }],
  ])("%s", (_, now, expected) => {
    expect(windowNotice(window, at(now), zone)).toMatchObject(expected);
  });
  test("without dates, and without an end", () => {
    const now = at("2019-04-01T10:00:00");
    expect(windowNotice({ opensAt: null, closesAt: null }, now, zone)).toEqual({ state: "unset" });
    expect(windowNotice({ opensAt: window.opensAt, closesAt: null }, now, zone)).toEqual({ state: "open" });
  });
  test("days are counted by the calendar of the conference, not of the machine", () => {
    // 23:30 in Bucharest and 00:30 there are different days; in the zone of the tests they are the same one.
    const notice = windowNotice(
      { opensAt: at("2019-05-02T00:30:00"), closesAt: null },
      at("2019-05-01T23:30:00"),
      zone,
    );
    expect(notice).toMatchObject({ state: "opens", days: 1 });
  });
});

test.each([
  ["open with places", "2019-03-20T10:00:00", 1, "register"],
  ["open and full", "2019-03-20T10:00:00", 0, "waiting-list"],
  ["not open yet, however many places", "2019-01-20T10:00:00", 10, "upcoming"],
  ["over, however many places", "2019-06-20T10:00:00", 10, "closed"],
] as const)("registration %s", (_, now, left, offer) => {
  const window = { opensAt: at("2019-02-15T09:00:00"), closesAt: at("2019-04-24T23:59:00") };
  expect(registrationOffer(window, at(now), left)).toBe(offer);
  expect(registrationOffer({ opensAt: null, closesAt: null }, at(now), left)).toBe("unset");
});

test("ways to take part: what closes next comes first, then what opens next, then what is over", () => {
  const way = (key: string, from: string, to: string) => ({
    key,
    window: { opensAt: at(`${from}T00:00:00`), closesAt: at(`${to}T00:00:00`) },
  });
  const groups = inOrder(
    [
      way("late", "2019-05-14", "2019-05-15"),
      way("long", "2019-02-01", "2019-05-16"),
      way("over", "2019-01-01", "2019-02-01"),
      way("short", "2019-02-01", "2019-03-31"),
      way("next", "2019-05-01", "2019-05-13"),
    ],
    at("2019-03-20T10:00:00"),
  );
  expect(groups.map(({ state, ways }) => [state, ...ways.map(({ key }) => key)])).toEqual([
    ["open", "short", "long"],
    ["upcoming", "next", "late"],
    ["closed", "over"],
  ]);
});

test.each(locales)("counted sentences of %s say the same in the browser as on the server", (locale) => {
  const forms: Record<string, string> = { one: "place", few: "places (few)", other: "places" };
  const say = (count: number) =>
    `${new Intl.NumberFormat(locale).format(count)} ${forms[new Intl.PluralRules(locale).select(count)] ?? "places"}`;
  const made = pluralForms(locale, say);
  for (const count of [...Array(1202).keys(), 12_345, 1_000_000, 1_000_001, 2_000_019])
    expect(inPlural(made, locale, count)).toBe(say(count));
});

describe("the beginning of a text", () => {
  test.each([
    [
      "plain words",
      "Come to **Bucharest** and [register](https://a.example).",
      "Come to Bucharest and register.",
    ],
    ["skips headings", "# News\n\nThe call is open.", "The call is open."],
    ["drops markup", "A <b>bold</b> `word`", "A bold word"],
    ["nothing", "", ""],
  ])("%s", (_, markdown, words) => expect(excerpt(markdown)).toBe(words));
  test("ends at a word and within its length", () => {
    const short = excerpt("one two three four five six seven", 20);
    expect(short).toBe("one two three four …");
  });
});

test("a page is shown in the reader's language, else the conference's, else any; the newest of it", () => {
  const versions = [
    { locale: "en", version: 1 },
    { locale: "en", version: 3 },
    { locale: "de", version: 2 },
  ];
  expect(shownVersion(versions, "de", "en")).toEqual({ locale: "de", version: 2 });
  expect(shownVersion(versions, "fr", "en")).toEqual({ locale: "en", version: 3 });
  expect(shownVersion(versions, "fr", "ro")).toEqual({ locale: "en", version: 3 });
  expect(shownVersion([], "fr", "ro")).toBeUndefined();
});
