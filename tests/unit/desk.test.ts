import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { personNumber, readAuditSearch } from "@/lib/audit/rules";
import { readMoveRequest } from "@/lib/bulk-actions/input";
import { applies, countWithPlace, movesOf } from "@/lib/bulk-actions/rules";
import { answerInWords } from "@/lib/dossiers/rules";
import { readExportRequest } from "@/lib/exports/input";
import { courseOf, needsOf, type OverviewFacts } from "@/lib/overview/rules";
import { pageNumbers } from "@/lib/paging";
import { filterFields, readFilter } from "@/lib/registration-filters/rules";
import { readView, viewAddress } from "@/lib/registration-list/rules";

const id = "3f0c1f5e-7c1a-4b7e-9d2f-0a1b2c3d4e5f";

describe("the view of a list in an address", () => {
  test("reads what makes sense and leaves out what does not", () => {
    const view = readView({
      q: " Țăranu\0 ",
      state: "pending",
      type: id.toUpperCase(),
      country: "ro",
      checked: "perhaps",
      answer: `${id}:a:b`,
      sort: "; drop table",
      size: "7",
      page: "-1",
    });
    expect(view).toEqual({
      filter: {
        search: "Țăranu",
        state: "pending",
        typeId: id,
        country: "RO",
        checkedIn: null,
        answer: { questionId: id, value: "a:b" },
      },
      sort: "newest",
      size: 50,
      page: 1,
    });
  });

  test("comes back from its own address as it was", () => {
    fc.assert(
      fc.property(
        fc.record({
          q: fc.string({ maxLength: 40 }),
          state: fc.constantFrom("confirmed", "offered", "x", ""),
          country: fc.constantFrom("FR", "XYZ", ""),
          checked: fc.constantFrom("yes", "no", ""),
          answer: fc.string({ minLength: 1, maxLength: 20 }).map((value) => `${id}:${value}`),
          sort: fc.constantFrom("name", "country", "newest"),
          size: fc.constantFrom("25", "50", "100"),
          page: fc.nat().map(String),
        }),
        (params) => {
          const view = readView(params);
          const again = readView(Object.fromEntries(new URLSearchParams(viewAddress(view))));
          expect(again).toEqual(view);
        },
      ),
    );
  });

  test("says nothing of what goes without saying", () => {
    expect(viewAddress(readView({}))).toBe("");
    expect(filterFields(readFilter({ sort: "name" }))).toEqual([]);
  });
});

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [5, 9, [1, null, 4, 5, 6, null, 9]],
  [3, 5, [1, 2, 3, 4, 5]],
  [9, 9, [1, null, 8, 9]],
])("page %i of %i links to %j", (page, pages, expected) => {
  expect(pageNumbers(page, pages)).toEqual(expected);
});

describe("moves of an organiser", () => {
  test("a request without a known move asks for nothing", () => {
    expect(readMoveRequest({ move: "expire", id })).toBeNull();
    expect(readMoveRequest({ move: "cancel", id: [id, id, "1 or 1=1"] })).toEqual({
      move: "cancel",
      scope: "chosen",
      ids: [id],
    });
  });

  test.each([
    [["pending"], ["approve", "decline", "cancel"]],
    [["waitlisted"], ["admit", "cancel"]],
    [["cancelled"], ["reinstate"]],
  ] as const)("from %j lead %j", (states, moves) => {
    expect(movesOf(states)).toEqual(moves);
  });

  test("who was checked in cannot be cancelled", () => {
    const checkedInAt = new Date("2019-05-14T06:00:00Z");
    expect(applies("cancel", { state: "confirmed", checkedInAt })).toBe(false);
    expect(applies("cancel", { state: "confirmed", checkedInAt: null })).toBe(true);
  });

  test("places are foretold in order of arrival, by type", () => {
    const places = {
      capacity: 10,
      reservedForAny: 0,
      types: { a: { capacity: 1, taken: 0, reserved: 0 }, b: { capacity: null, taken: 8, reserved: 0 } },
    };
    const line = ["a", "a", "b", "b"].map((typeId) => ({ typeId, state: "pending" as const }));
    expect(countWithPlace("approve", line, places)).toBe(2);
  });
});

describe("what needs the organiser", () => {
  const now = new Date("2019-03-20T08:00:00Z");
  const quiet: OverviewFacts = {
    mode: "live",
    registration: { opensAt: new Date("2019-02-01T08:00:00Z"), closesAt: new Date("2019-05-01T08:00:00Z") },
    endsAt: new Date("2019-05-16T21:00:00Z"),
    pending: { count: 0, since: null },
    offers: { endingSoon: 0, next: null },
    types: [{ id: "a", capacity: null, left: 5, waiting: 0 }],
    mails: { failed: 0, failedSince: null, stuck: 0, stuckSince: null },
    withoutSecondFactor: 0,
    consents: 1,
    emptyPages: 0,
    contact: true,
  };
  const keys = (facts: Partial<OverviewFacts>, at = now) =>
    needsOf({ ...quiet, ...facts }, at).map(({ key }) => key);

  test("nothing, when all is well", () => expect(keys({})).toEqual([]));
  test.each<[string, Partial<OverviewFacts>]>([
    ["pending", { pending: { count: 2, since: now } }],
    ["offers", { offers: { endingSoon: 1, next: now } }],
    ["places-free", { types: [{ id: "a", capacity: null, left: 3, waiting: 2 }] }],
    ["type-full", { types: [{ id: "a", capacity: 3, left: 0, waiting: 2 }] }],
    ["mails-failed", { mails: { ...quiet.mails, failed: 1 } }],
    ["mails-stuck", { mails: { ...quiet.mails, stuck: 1 } }],
    ["never-opens", { registration: { opensAt: null, closesAt: null } }],
    ["no-types", { types: [] }],
    ["no-consents", { consents: 0 }],
    ["empty-pages", { emptyPages: 2 }],
    ["no-contact", { contact: false }],
    ["second-factor", { withoutSecondFactor: 1 }],
    ["rehearsal", { mode: "rehearsal" }],
  ])("%s", (key, facts) => expect(keys(facts)).toEqual([key]));

  test("a window that closes within two weeks, its last instant included", () => {
    const closesAt = new Date("2019-04-03T08:00:00Z");
    const registration = { opensAt: quiet.registration.opensAt, closesAt };
    expect(keys({ registration })).toEqual(["closes-soon"]);
    expect(keys({ registration }, new Date("2019-03-20T07:59:59Z"))).toEqual([]);
    expect(keys({ registration }, closesAt)).toEqual(["closes-soon"]);
    expect(keys({ registration }, new Date("2019-04-03T08:00:01Z"))).toEqual([]);
  });

  test("what waits now comes before what is only a suggestion", () => {
    expect(keys({ mode: "rehearsal", consents: 0, pending: { count: 1, since: now } })).toEqual([
      "pending",
      "no-consents",
      "rehearsal",
    ]);
  });
});

describe("the course of registrations", () => {
  test("has no gaps and a running total", () => {
    const { step, points } = courseOf([
      { day: "2019-03-30", count: 2 },
      { day: "2019-04-01", count: 3 },
    ]);
    expect(step).toBe(1);
    expect(points.map(({ from, count, total }) => [from, count, total])).toEqual([
      ["2019-03-30", 2, 2],
      ["2019-03-31", 0, 2],
      ["2019-04-01", 3, 5],
    ]);
  });

  test("goes by weeks when the days are too many, and loses nobody", () => {
    const { step, points } = courseOf([
      { day: "2019-01-01", count: 1 },
      { day: "2019-05-16", count: 4 },
    ]);
    expect(step).toBe(7);
    expect(points.at(-1)).toMatchObject({ to: "2019-05-16", total: 5 });
  });

  test("is empty before the first registration", () => expect(courseOf([]).points).toEqual([]));
});

describe("answers in words", () => {
  const speech = {
    country: (code: string) => `<${code}>`,
    label: (text: Record<string, string>) => text.en ?? "",
    yes: "Yes",
    no: "No",
  };
  const options = [{ value: "a", label: { en: "Apples" } }];
  test.each([
    ["yes-no", false, ["No"]],
    ["number", 3.5, ["3.5"]],
    ["country", "RO", ["<RO>"]],
    ["several-of", ["a", "gone"], ["Apples", "gone"]],
    ["text", "a", ["a"]],
  ])("%s %j", (kind, value, words) => {
    expect(answerInWords({ kind, options: kind === "text" ? [] : options, value }, speech)).toEqual(words);
  });
});

test("sensitive answers are never given to an address", () => {
  const asked = { format: "xlsx", sensitive: "on" };
  expect(readExportRequest(asked, false)).toMatchObject({ format: "xlsx", sensitive: false });
  expect(readExportRequest(asked, true).sensitive).toBe(true);
});

test.each([
  ["12", 12],
  ["no. 12", 12],
  ["#7", 7],
  ["ana@example.org", null],
])("a person in the audit search: %s", (text, number) => expect(personNumber(text)).toBe(number));

test("an audit search drops days and actions that are none", () => {
  expect(
    readAuditSearch({ from: "2019-02-30x", to: "2019-02-01", action: "a'b", before: "-4" }),
  ).toMatchObject({
    from: null,
    to: "2019-02-01",
    action: null,
    before: null,
  });
});
