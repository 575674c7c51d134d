import { expect, test } from "vitest";
import { GiveFeedback } from "@/lib/feedback/input";
import { feedbackState, summarise } from "@/lib/feedback/rules";

const ZONE = "Europe/Bucharest";
const session = { endsAt: new Date("2019-05-15T07:00:00Z"), kind: "session", cancelled: false };

test.each([
  ["while it runs", "2019-05-15T06:59:59Z", {}, "upcoming"],
  ["at its end", "2019-05-15T07:00:00Z", {}, "open"],
  ["at the last instant of the week", "2019-05-22T07:00:00Z", {}, "open"],
  ["a moment later", "2019-05-22T07:00:00.001Z", {}, "closed"],
  ["after a break", "2019-05-15T08:00:00Z", { kind: "break" }, "none"],
  ["after what was cancelled", "2019-05-15T08:00:00Z", { cancelled: true }, "none"],
])("%s", (_, now, more, state) => {
  expect(feedbackState({ ...session, ...more }, ZONE, new Date(now))).toBe(state);
});

test("a week is a week on the wall when summer time begins in it", () => {
  const spring = { ...session, endsAt: new Date("2019-03-28T10:00:00Z") };
  expect(feedbackState(spring, ZONE, new Date("2019-04-04T09:00:00Z"))).toBe("open");
  expect(feedbackState(spring, ZONE, new Date("2019-04-04T09:00:01Z"))).toBe("closed");
});

test("below three answers nothing is shown but their number", () => {
  const two = [
    { rating: 1, text: "mine" },
    { rating: 5, text: "" },
  ];
  expect(summarise([], Math.random)).toEqual({ count: 0, shown: null });
  expect(summarise(two, Math.random)).toEqual({ count: 2, shown: null });
});

test("from three on: mean, distribution, and the texts in another order than they came", () => {
  const answers = [
    { rating: 5, text: "first" },
    { rating: 4, text: "" },
    { rating: 2, text: "third" },
    { rating: 5, text: "fourth" },
  ];
  const { count, shown } = summarise(answers, () => 0);
  expect(count).toBe(4);
  expect(shown?.mean).toBe(4);
  expect(shown?.of.map((one) => one.count)).toEqual([2, 1, 0, 1, 0]);
  expect([...(shown?.texts ?? [])].sort()).toEqual(["first", "fourth", "third"]);
  expect(shown?.texts).not.toEqual(["first", "third", "fourth"]);
});

test.each([
  ["nothing", {}, false],
  ["no number", { rating: "good" }, false],
  ["nought", { rating: "0" }, false],
  ["six", { rating: "6" }, false],
  ["a half", { rating: "4.5" }, false],
  ["a list", { rating: ["5", "1"] }, false],
  ["a long text", { rating: "4", text: "x".repeat(2001) }, false],
  ["a rating alone", { rating: "4" }, true],
  ["both", { rating: "1", text: " a\r\nb\0 " }, true],
])("%s is taken: %s", (_, given, taken) => {
  expect(GiveFeedback.safeParse(given).success).toBe(taken);
});

test("a text keeps its lines and nothing that a database refuses", () => {
  expect(GiveFeedback.parse({ rating: "1", text: " a\r\nb\0 " })).toEqual({ rating: 1, text: "a\nb" });
});
