import { randomInt } from "node:crypto";
import fc from "fast-check";
import { sequence } from "@/tests/support/seats-steps";
import { aSeatsWorld } from "@/tests/support/seats-world";
import { expect, test } from "./test";

// `npm run bench seats-model` plays 10,000.
const RUNS = 120;

test(`${RUNS} random sequences of booking, giving back, swapping, moving and resizing do what the model does`, {
  timeout: 300_000,
}, async ({ db }) => {
  const world = await aSeatsWorld(db);
  const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
  console.info(`seats model: SEED=${seed}`);
  await fc.assert(
    fc.asyncProperty(sequence, async (one) => {
      expect(await world.play(one)).toEqual([]);
    }),
    { numRuns: RUNS, seed, endOnFailure: false },
  );
});
