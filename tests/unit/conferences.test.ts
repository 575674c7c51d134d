import { describe, expect, test } from "vitest";
import { conferenceNow } from "@/lib/clock";
import { ClockMove, NewConference, Settings, Windows } from "@/lib/conferences/input";
import { currentConference, momentsOf, shiftWindow, slugOf } from "@/lib/conferences/rules";

const zone = "Europe/Bucharest";
const at = (text: string) => new Date(text);
const never = { opensAt: null, closesAt: null };

describe("the front door leads to", () => {
  type Told = { mode: "live" | "rehearsal"; clockSetAt: Date | null; timeZone: string };
  const live: Told = { mode: "live", clockSetAt: null, timeZone: zone };
  const rehearsal: Told = { ...live, mode: "rehearsal" };
  const past = { ...live, name: "past", startsOn: "2019-05-14", endsOn: "2019-05-16" };
  const next = { ...live, name: "next", startsOn: "2098-05-14", endsOn: "2098-05-16" };
  const later = { ...live, name: "later", startsOn: "2099-05-14", endsOn: "2099-05-16" };
  const nameOf = (conferences: (typeof past)[]) => currentConference(conferences, conferenceNow)?.name;

  test("the one that comes next, else the last, else none", () => {
    expect(nameOf([later, past, next])).toBe("next");
    expect(nameOf([past])).toBe("past");
    expect(nameOf([])).toBeUndefined();
  });

  test("a live one, while the next edition is still in rehearsal", () => {
    expect(nameOf([past, { ...next, ...rehearsal }])).toBe("past");
  });

  test("by the clock and the zone of each, where all are in rehearsal", () => {
    // 21:30 in UTC is past midnight in Bucharest.
    const over = { ...past, ...rehearsal, clockSetAt: at("2019-05-16T21:30:00Z") };
    const runs = { ...over, clockSetAt: at("2019-05-16T20:30:00Z") };
    const second = { ...past, ...rehearsal, name: "second", startsOn: "2020-05-14", endsOn: "2020-05-16" };
    const before = { ...second, clockSetAt: at("2020-01-01T00:00:00Z") };
    expect(nameOf([over, before])).toBe("second");
    expect(nameOf([runs, before])).toBe("past");
  });
});

describe("the moments of a conference", () => {
  const conference = {
    startsOn: "2019-05-14",
    endsOn: "2019-05-15",
    timeZone: zone,
    windows: {
      registration: { opensAt: at("2019-02-15T07:00:00Z"), closesAt: at("2019-04-24T20:59:00Z") },
      ideas: { opensAt: at("2019-02-15T07:00:00Z"), closesAt: null },
      meetings: never,
    },
  };
  const named = momentsOf(conference).map(({ key, module, number, at: instant }) => [
    [key, module ?? number].filter((part) => part !== undefined).join(" "),
    instant.toISOString(),
  ]);

  test("come from windows and days, in order, in the conference's time", () => {
    expect(named).toEqual([
      ["opens registration", "2019-02-15T07:00:00.000Z"],
      ["opens ideas", "2019-02-15T07:00:00.000Z"],
      ["closes registration", "2019-04-24T20:59:00.000Z"],
      ["closed registration", "2019-04-24T21:00:00.000Z"],
      ["before", "2019-05-13T15:00:00.000Z"],
      ["day 1", "2019-05-14T06:00:00.000Z"],
      ["afternoon 1", "2019-05-14T10:30:00.000Z"],
      ["day 2", "2019-05-15T06:00:00.000Z"],
      ["afternoon 2", "2019-05-15T10:30:00.000Z"],
      ["after", "2019-05-16T07:00:00.000Z"],
    ]);
  });
});

describe("a window that is moved to the next edition", () => {
  test.each([
    // Romania changed to summer time on 31 March 2019 and 29 March 2020.
    ["within winter time", "2019-02-15T07:00:00Z", 7, "2019-02-22T07:00:00Z"],
    ["into summer time keeps the hour on the wall", "2019-03-30T21:59:00Z", 1, "2019-03-31T20:59:00Z"],
    ["out of summer time keeps it too", "2019-10-26T06:00:00Z", 1, "2019-10-27T07:00:00Z"],
    [
      "into an hour that is skipped takes the later reading",
      "2019-03-30T01:30:00Z",
      1,
      "2019-03-31T01:30:00Z",
    ],
    ["a year later", "2019-05-14T06:00:00Z", 371, "2020-05-19T06:00:00Z"],
    ["back", "2019-04-01T06:00:00Z", -2, "2019-03-30T07:00:00Z"],
  ])("%s", (_, from, days, to) => {
    const moved = shiftWindow({ opensAt: at(from), closesAt: null }, days, zone);
    expect(moved).toEqual({ opensAt: at(to), closesAt: null });
  });
});

test.each([
  ["Ministers & clusters: what now?", 60, "ministers-clusters-what-now"],
  ["Știri din București", 60, "stiri-din-bucuresti"],
  ["  --- ", 60, ""],
  ["abcdef ghij", 7, "abcdef"],
])("%s in at most %i signs as a word for an address", (text, max, word) => {
  expect(slugOf(text, max)).toBe(word);
});

describe("what is typed into the forms of a conference", () => {
  const settings = {
    version: "2019-03-20T08:00:00.000Z",
    name: "Clusters",
    shortName: "CC",
    edition: "",
    startsOn: "2019-05-14",
    endsOn: "2019-05-16",
    timeZone: zone,
    locale: "en",
    venueCountry: "ro",
    contactEmail: "",
  };
  const fields = (input: object) => {
    const parsed = Settings.safeParse({ ...settings, ...input });
    return parsed.success
      ? {}
      : Object.fromEntries(parsed.error.issues.map((i) => [i.path.join("."), i.message]));
  };
  test.each([
    [{}, {}],
    [{ endsOn: "2019-05-13" }, { endsOn: "ends-before-start" }],
    [{ startsOn: "2019-02-30" }, { startsOn: "date" }],
    [{ startsOn: "tomorrow" }, { startsOn: "date" }],
    [{ timeZone: "Europe/Atlantis" }, { timeZone: "time-zone" }],
    [{ venueCountry: "QQ" }, { venueCountry: "country" }],
    [{ edition: "six" }, { edition: "number" }],
    [{ name: "" }, { name: "required" }],
    [{ contactEmail: "a@example.org, b@example.org" }, { contactEmail: "address-list" }],
  ])("%j gives %j", (input, expected) => {
    expect(fields(input)).toEqual(expected);
  });

  test("control characters never reach the database", () => {
    const parsed = Settings.parse({
      ...settings,
      name: "Clu\u0000sters\tand\nmore",
      partners: "A\r\n\r\nB\u0000",
    });
    expect(parsed.settings).toMatchObject({ name: "Clu sters and more", partners: ["A", "B"] });
  });

  test("windows are local times; in the skipped hour the later reading counts, in the double one the first", () => {
    const parsed = Windows(["registration"] as const, zone).parse({
      version: settings.version,
      "registration.opensAt": "2019-03-31T03:30",
      "registration.closesAt": "2019-10-27T03:30",
    });
    expect(parsed.windows).toEqual([
      { module: "registration", opensAt: at("2019-03-31T01:30:00Z"), closesAt: at("2019-10-27T00:30:00Z") },
    ]);
  });

  test.each([
    [{ "ideas.opensAt": "2019-05-02T10:00", "ideas.closesAt": "2019-05-01T10:00" }, "closes-before-opening"],
    [{ "ideas.closesAt": "2019-05-01T10:00" }, "opening-missing"],
    [{ "ideas.opensAt": "soon" }, "date"],
  ])("a window of %j: %s", (values, message) => {
    const parsed = Windows(["ideas"] as const, zone).safeParse({ version: settings.version, ...values });
    expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([message]);
  });

  test("the clock goes to a shortcut, to any local moment, or to real time", () => {
    const move = ClockMove(zone);
    expect(move.parse({ moment: "2019-05-14T06:00:00.000Z", local: "2019-01-01T00:00" })).toEqual(
      at("2019-05-14T06:00:00Z"),
    );
    expect(move.parse({ local: "2019-05-15T13:30" })).toEqual(at("2019-05-15T10:30:00Z"));
    expect(move.parse({ to: "real", local: "2019-05-15T13:30" })).toBeNull();
    expect(move.safeParse({ local: "" }).success).toBe(false);
  });

  test.each([["owner"], ["sign-in"], ["Two Words"], ["a--b"], ["-a"], ["ä"]])("%s is no address", (slug) => {
    const parsed = NewConference.safeParse({
      name: "N",
      shortName: "N",
      slug,
      startsOn: "2030-01-01",
      endsOn: "2030-01-02",
      timeZone: zone,
      locale: "en",
      capacity: "10",
    });
    expect(parsed.error?.issues[0]?.path).toEqual(["slug"]);
  });
});
