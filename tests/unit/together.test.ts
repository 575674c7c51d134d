import { expect, test } from "vitest";
import { together } from "@/lib/together";

function counted(work: (items: number[]) => Promise<number[]>) {
  const rounds: number[][] = [];
  const ask = together(async (items: number[]) => {
    rounds.push(items);
    return work(items);
  }, 3);
  return { rounds, ask };
}

const doubled = async (items: number[]) => items.map((item) => item * 2);

test("the first goes at once and alone, those who come meanwhile go together, in order, no more than allowed", async () => {
  const { rounds, ask } = counted(doubled);
  expect(await Promise.all([1, 2, 3, 4, 5].map(ask))).toEqual([2, 4, 6, 8, 10]);
  expect(rounds).toEqual([[1], [2, 3, 4], [5]]);
  expect(await ask(6)).toBe(12);
  expect(rounds.at(-1)).toEqual([6]);
});

test("nobody fails for somebody else: a round that fails is tried one by one", async () => {
  const { rounds, ask } = counted(async (items) => {
    if (items.includes(3)) throw new Error("three");
    return doubled(items);
  });
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(ask));
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
  expect(rounds).toEqual([[1], [2, 3, 4], [2], [3], [4]]);
});

test("an answer of undefined is an answer; none at all is a fault", async () => {
  const none = together(async (items: number[]) => items.map(() => undefined));
  expect(await none(1)).toBeUndefined();
  const missing = together(async (): Promise<number[]> => []);
  await expect(missing(1)).rejects.toThrow("without an answer");
});

test("when the database is away, everyone hears it from one round", async () => {
  const { rounds, ask } = counted(async () => {
    throw Object.assign(new Error("away"), { code: "CONNECTION_CLOSED" });
  });
  const outcomes = await Promise.allSettled([1, 2, 3, 4, 5, 6].map(ask));
  expect(outcomes.every(({ status }) => status === "rejected")).toBe(true);
  expect(rounds).toEqual([[1]]);
  await expect(ask(7)).rejects.toThrow("away");
});
