import { randomInt } from "node:crypto";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { sequence } from "@/tests/support/seats-steps";
import { aSeatsWorld } from "@/tests/support/seats-world";
import { SECRET } from "@/tests/support/server-process";
import { type Bench, type Ground, round } from "./support";

const WANTED = 10_000;
/** Fewer only to look at the bench itself: the demand stays. */
const SEQUENCES = Number(process.env.SEQUENCES ?? WANTED);
/** Conferences side by side; each plays its own sequences one after the other. */
const WORLDS = 8;

/**
 * 10,000 random sequences of booking, giving back, swapping, cancelling, moving, resizing and calling off, each
 * step held against a simple model. A difference is shown with the shortest sequence that has it, and the seed.
 */
export async function run(ground: Ground): Promise<Bench> {
  // Whoever moves up is told by mail, and a mail has links.
  process.env.BASE_URL ??= "http://localhost:3000";
  process.env.AUTH_SECRET ??= SECRET;
  const url = await ground.database();
  process.env.DATABASE_URL ??= url;
  const { db } = ground.open(url, WORLDS * 2);
  // What is measured is right or wrong, not how fast a disk is.
  await db.execute(
    sql`alter database ${sql.identifier(new URL(url).pathname.slice(1))} set synchronous_commit = off`,
  );
  const seed = Number(process.env.SEED ?? randomInt(2 ** 30));
  console.log(`  SEED=${seed}`);
  const begun = performance.now();
  let played = 0;
  let steps = 0;
  const differences: string[] = [];
  await Promise.all(
    Array.from({ length: WORLDS }, async (_, index) => {
      const world = await aSeatsWorld(db);
      const result = await fc.check(
        fc.asyncProperty(sequence, async (one) => {
          const found = await world.play(one);
          played += 1;
          steps += one.steps.length;
          if (played % 1000 === 0)
            console.log(`  ${played} sequences after ${round((performance.now() - begun) / 60_000)} minutes`);
          return found.length === 0;
        }),
        { numRuns: Math.ceil(SEQUENCES / WORLDS), seed: seed + index },
      );
      if (result.failed)
        differences.push(`${JSON.stringify(result.counterexample)} ${result.errorInstance ?? ""}`);
    }),
  );
  for (const difference of differences) console.log(`  differs: ${difference}`);
  return {
    figures: {
      seed,
      sequences: played,
      steps,
      "differences from the model": differences.length,
      "steps per second": round((steps * 1000) / (performance.now() - begun)),
      minutes: round((performance.now() - begun) / 60_000),
    },
    demands: [
      { sentence: "10,000 sequences or more", holds: played >= WANTED },
      { sentence: "no difference from the model", holds: differences.length === 0 },
    ],
  };
}
