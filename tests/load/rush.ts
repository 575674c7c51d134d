import http from "node:http";
import { eq, sql } from "drizzle-orm";
import { conferences, persons, registrations } from "@/db/schema";
import { type Bench, type Ground, percentile, round, signInAll } from "./support";

const PEOPLE = 3000;
const SUBMITS = 3;
const PLACES = 400;
/** Connections kept open at once: a hall of phones behind one reverse proxy. */
const CONNECTIONS = 64;

type Answer = { status: number; location: string; milliseconds: number };

/**
 * 3,000 people who each press the button three times, over HTTP, on two server processes. Without the lock the
 * same rush must oversell, or this proves nothing.
 */
export async function run(ground: Ground): Promise<Bench> {
  const guarded = await rush(ground, {});
  const unguarded = await rush(ground, { OPENFLOOR_BENCH_WITHOUT_LOCK: "1" }, 600, 60);
  const { figures } = guarded;
  return {
    figures: {
      ...figures,
      "without the lock: confirmed for 60 places": unguarded.confirmed,
    },
    demands: [
      { sentence: `exactly ${PLACES} confirmed`, holds: guarded.confirmed === PLACES },
      {
        sentence: `${PEOPLE - PLACES} waiting, in order of arrival`,
        holds: guarded.waiting === PEOPLE - PLACES && guarded.inOrder,
      },
      { sentence: "nobody twice", holds: guarded.rows === PEOPLE },
      { sentence: "no answer of 500 and above", holds: guarded.serverErrors === 0 },
      { sentence: "every submit was answered with success", holds: guarded.refused === 0 },
      { sentence: "6,000 finished registrations a minute or more", holds: guarded.perMinute >= 6000 },
      { sentence: "server memory under 350 MB after the rush", holds: guarded.memory < 350e6 },
      { sentence: "without the lock it oversells (negative control)", holds: unguarded.confirmed > 60 },
    ],
  };
}
