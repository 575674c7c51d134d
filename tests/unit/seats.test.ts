import { describe, expect, test } from "vitest";
import { mayGiveBack, openSeats, seatRefusal, seatsClose } from "@/lib/seats/rules";

const startsAt = new Date("2019-05-14T09:00:00Z");
const session = { seats: 10, cancelled: false, startsAt, endsAt: new Date("2019-05-14T10:00:00Z") };
const at = (text: string) => new Date(`2019-05-14T${text}Z`);

describe("until when", () => {
  test.each([
    ["long before", {}, "07:00:00", null],
    ["the last instant still counts", {}, "08:30:00", null],
    ["a moment later it is over", {}, "08:30:00.001", "seats-closed"],
    ["cancelled is said first", { cancelled: true }, "08:45:00", "session-cancelled"],
    ["open to everyone", { seats: null }, "07:00:00", "session-without-seats"],
  ])("%s", (_, change, now, refusal) => {
    expect(seatRefusal({ ...session, ...change }, 30, at(now))).toBe(refusal);
  });

  test("with no minutes until it begins", () => {
    expect(seatsClose(startsAt, 0)).toEqual(startsAt);
    expect(seatRefusal(session, 0, startsAt)).toBeNull();
  });

  test("a seat is given back where none is needed any more, but not once it is over or off", () => {
    expect(mayGiveBack({ ...session, seats: null }, 30, at("08:30:00"), null)).toBe(true);
    expect(mayGiveBack(session, 30, at("08:31:00"), at("08:30:00"))).toBe(false);
    expect(mayGiveBack({ ...session, cancelled: true }, 30, at("07:00:00"), null)).toBe(false);
  });

  test("whoever moved up when it was too late to give back may until it begins", () => {
    const late = at("08:30:01");
    expect(mayGiveBack(session, 30, at("09:00:00"), late)).toBe(true);
    expect(mayGiveBack(session, 30, at("09:00:01"), late)).toBe(false);
    expect(mayGiveBack({ ...session, cancelled: true }, 30, late, late)).toBe(false);
  });
});

describe("how many of the line may move up", () => {
  test.each([
    ["what is left", {}, 7, "07:00:00", 3],
    ["nobody when more are booked than there are seats", {}, 12, "07:00:00", 0],
    ["also after booking is closed", {}, 7, "08:45:00", 3],
    ["nobody once it has begun", {}, 7, "09:00:00", 0],
    ["nobody into what is cancelled", { cancelled: true }, 7, "07:00:00", 0],
    ["everybody where no seat is needed", { seats: null }, 7, "07:00:00", Number.POSITIVE_INFINITY],
  ])("%s", (_, change, booked, now, open) => {
    expect(openSeats({ ...session, ...change }, booked, at(now))).toBe(open);
  });
});
