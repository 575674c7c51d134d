import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { offerEnd, offerIsOpen } from "@/lib/offers/rules";
import {
  decidePlace,
  freePlace,
  nextInLine,
  openPlaces,
  openPlacesFor,
  type Places,
  takenPlaces,
  takePlace,
} from "@/lib/places/rules";
import { changeOfType } from "@/lib/registration-changes/rules";
import { mayMove, moves, movesFrom } from "@/lib/registration-states/rules";

const type = (capacity: number | null, taken = 0, reserved = 0) => ({ capacity, taken, reserved });
const places = (capacity: number, types: Places["types"], reservedForAny = 0): Places => ({
  capacity,
  types,
  reservedForAny,
});

describe("a place", () => {
  const plain = { typeId: "a", needsApproval: false };
  test.for([
    ["there is one", places(2, { a: type(null, 1) }), plain, "confirmed"],
    ["the house is full", places(1, { a: type(null, 1) }), plain, "waitlisted"],
    ["another type took the last", places(1, { a: type(5), b: type(null, 1) }), plain, "waitlisted"],
    ["the type is full", places(9, { a: type(1, 1) }), plain, "waitlisted"],
    ["the last is reserved", places(1, { a: type(null) }, 1), plain, "waitlisted"],
    ["the last of the type is reserved", places(9, { a: type(1, 0, 1) }), plain, "waitlisted"],
    [
      "a code for anyone",
      places(1, { a: type(null) }, 1),
      { ...plain, invitation: { typeId: null, unused: 1 } },
      "confirmed",
    ],
    [
      "a code for the type",
      places(9, { a: type(1, 0, 1) }),
      { ...plain, invitation: { typeId: "a", unused: 1 } },
      "confirmed",
    ],
    [
      "a code for any type eats no other code's place",
      places(9, { a: type(1, 0, 1) }, 1),
      { ...plain, invitation: { typeId: null, unused: 1 } },
      "no-place-for-code",
    ],
    [
      "a code for another type",
      places(9, { a: type(null), b: type(null, 0, 1) }),
      { ...plain, invitation: { typeId: "b", unused: 1 } },
      "no-place-for-code",
    ],
    [
      "a code that is used up",
      places(9, { a: type(null) }),
      { ...plain, invitation: { typeId: null, unused: 0 } },
      "no-place-for-code",
    ],
    [
      "a code cannot make the house larger",
      places(1, { a: type(null, 1) }, 1),
      { ...plain, invitation: { typeId: null, unused: 1 } },
      "no-place-for-code",
    ],
    ["approval comes first", places(9, { a: type(null) }), { ...plain, needsApproval: true }, "pending"],
    [
      "a code is the approval",
      places(9, { a: type(null) }, 1),
      { typeId: "a", needsApproval: true, invitation: { typeId: null, unused: 1 } },
      "confirmed",
    ],
    ["a type of another conference", places(9, { b: type(null) }), plain, "waitlisted"],
  ] as const)("%s", ([, given, newcomer, expected]) => {
    expect(decidePlace(given, newcomer)).toBe(expected);
  });
});

const ids = ["a", "b", "c"] as const;
const anyPlaces = fc
  .record({
    capacity: fc.nat(30),
    caps: fc.tuple(...ids.map(() => fc.option(fc.nat(12)))),
    reserved: fc.tuple(...ids.map(() => fc.nat(4))),
    any: fc.nat(4),
  })
  .map(({ capacity, caps, reserved, any }) =>
    places(
      capacity,
      Object.fromEntries(ids.map((id, index) => [id, type(caps[index] ?? null, 0, reserved[index])])),
      any,
    ),
  );
const anyType = fc.constantFrom(...ids);

function fits(given: Places) {
  expect(takenPlaces(given)).toBeLessThanOrEqual(given.capacity);
  for (const { capacity, taken } of Object.values(given.types))
    if (capacity !== null) expect(taken).toBeLessThanOrEqual(capacity);
}

describe("whatever happens", () => {
  test("newcomers, codes and cancellations never take more than there is", () => {
    const step = fc.oneof(
      fc.record({
        kind: fc.constant("come" as const),
        typeId: anyType,
        code: fc.option(fc.constantFrom(null, ...ids)),
      }),
      fc.record({ kind: fc.constant("go" as const), typeId: anyType, code: fc.constant(undefined) }),
    );
    fc.assert(
      fc.property(anyPlaces, fc.array(step, { maxLength: 60 }), (start, steps) => {
        let now = start;
        for (const { kind, typeId, code } of steps) {
          const unused = code ? (now.types[code]?.reserved ?? 0) : now.reservedForAny;
          // undefined: without a code; null: a code for any type
          const invitation = code === undefined ? undefined : { typeId: code, unused };
          if (kind === "go" && (now.types[typeId]?.taken ?? 0) > 0) now = freePlace(now, typeId);
          if (
            kind === "come" &&
            decidePlace(now, { typeId, needsApproval: false, invitation }) === "confirmed"
          )
            now = takePlace(now, typeId, invitation);
          fits(now);
        }
      }),
    );
  });

  test("the line goes by arrival, passes over full types only, and leaves no place that someone could have", () => {
    fc.assert(
      fc.property(anyPlaces, fc.array(anyType, { maxLength: 40 }), (start, types) => {
        const line = types.map((typeId, arrival) => ({ typeId, arrival }));
        const { next, places: after } = nextInLine(start, line);
        fits(after);
        expect(next.map(({ arrival }) => arrival)).toEqual(
          next.map(({ arrival }) => arrival).sort((a, b) => a - b),
        );
        for (const waiting of line.filter((one) => !next.includes(one))) {
          expect(openPlacesFor(after, waiting.typeId)).toBe(0);
          const overtaken = next.some(
            ({ typeId, arrival }) => typeId === waiting.typeId && arrival > waiting.arrival,
          );
          expect(overtaken).toBe(false);
        }
        expect(next.length).toBeLessThanOrEqual(openPlaces(start));
      }),
    );
  });
});

test("every state has its ways out, and only those of the table", () => {
  expect(movesFrom("waitlisted", "participant")).toEqual(["cancel"]);
  expect(movesFrom("offered", "participant")).toEqual(["accept", "refuse", "cancel"]);
  expect(movesFrom("pending", "organiser")).toEqual(["approve", "decline", "cancel"]);
  expect(movesFrom("cancelled", "organiser")).toEqual(["reinstate"]);
  expect(movesFrom("confirmed", "portal")).toEqual([]);
  expect(mayMove("approve", "cancelled")).toBe(false);
  for (const { from, to } of Object.values(moves))
    for (const state of from) expect(to as readonly string[]).not.toContain(state);
});

test("an offer lasts its hours, its last instant counts, and it does not outlive the conference", () => {
  const now = new Date("2019-05-14T08:00:00Z");
  const end = new Date("2019-05-16T20:59:59.999Z");
  expect(offerEnd(now, 48, end)).toEqual(new Date("2019-05-16T08:00:00Z"));
  expect(offerEnd(now, 96, end)).toEqual(end);
  expect(offerEnd(end, 1, end)).toBeNull();
  expect(offerIsOpen(end, end)).toBe(true);
  expect(offerIsOpen(now, end)).toBe(false);
});

test.for([
  ["confirmed", "b", false, { state: "confirmed" }],
  ["confirmed", "full", false, { refused: "type-full" }],
  ["confirmed", "b", true, { refused: "type-approval" }],
  ["offered", "full", false, { refused: "type-full" }],
  ["pending", "b", false, { state: "confirmed" }],
  ["pending", "full", false, { state: "waitlisted" }],
  ["pending", "b", true, { state: "pending" }],
  ["waitlisted", "b", false, { state: "waitlisted" }],
  ["waitlisted", "b", true, { state: "pending" }],
] as const)("%s, to %s (approval: %s)", ([state, id, needsApproval, expected]) => {
  const given = places(2, { a: type(null, 1), b: type(null), full: type(0) });
  expect(changeOfType({ state, typeId: "a", invitationTypeId: null }, { id, needsApproval }, given)).toEqual(
    expected,
  );
});
