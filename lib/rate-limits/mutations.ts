import { inArray, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { limits } from "@/db/schema";
import { keyedHash } from "@/lib/auth/hash";
import { requestNotes } from "@/lib/request-notes";
import { type Failure, fail, ok, type Result } from "@/lib/result";
import { type Limit, limitWindow, minutesUntil } from "./rules";

/** How long a window's counter stays after its end, so that clocks of several servers may differ a little. */
const LINGER = 60_000;

/**
 * Counts one more of `limit` for `subject` (an address, a network, a person) and says whether it is still
 * within. One statement, so that any number of servers and connections count right. The subject is kept as
 * a keyed hash. On failure `params.minutes` says when to try again, and `params.seconds` the same for machines, whom the answer
 * to a write tells it by 429 and Retry-After.
 * Call it outside of a transaction: the row is one that others wait for.
 */
export async function countAgainst(
  executor: Executor,
  limit: Limit,
  subject: string,
  now: Date,
): Promise<Result> {
  const { start, end } = limitWindow(limit, now);
  const [row] = await executor
    .insert(limits)
    .values({
      key: keyOf(limit, subject),
      windowStart: start,
      count: 1,
      expiresAt: new Date(end.getTime() + LINGER),
    })
    .onConflictDoUpdate({
      target: [limits.key, limits.windowStart],
      // One above the limit is enough to know; a flood does not make the number grow.
      set: { count: sql`least(${limits.count} + 1, ${limit.max + 1})` },
    })
    .returning({ count: limits.count });
  return row && row.count <= limit.max ? ok(undefined) : tooMany(end, now);
}

/** Whether these limits still allow one more, without counting one: for what is counted only when it goes wrong. */
export async function withinAll(
  executor: Executor,
  counted: { limit: Limit; subject: string }[],
  now: Date,
): Promise<Result> {
  const rows = await executor
    .select({ key: limits.key, windowStart: limits.windowStart, count: limits.count })
    .from(limits)
    .where(
      inArray(
        limits.key,
        counted.map(({ limit, subject }) => keyOf(limit, subject)),
      ),
    );
  for (const { limit, subject } of counted) {
    const { start, end } = limitWindow(limit, now);
    const found = rows.find(
      ({ key, windowStart }) => key === keyOf(limit, subject) && windowStart.getTime() === start.getTime(),
    );
    if (found && found.count >= limit.max) return tooMany(end, now);
  }
  return ok(undefined);
}

const keyOf = (limit: Limit, subject: string) => `${limit.name}:${keyedHash("limit", subject)}`;

function tooMany(end: Date, now: Date): Failure {
  const seconds = Math.ceil((end.getTime() - now.getTime()) / 1000);
  const request = requestNotes();
  if (request) request.tooMany = seconds;
  return fail("too-many", { params: { minutes: minutesUntil(end, now), seconds } });
}

/** Counts against several limits in turn and stops at the first that is used up: the later ones are not touched. */
export async function countAgainstAll(
  executor: Executor,
  counted: { limit: Limit; subject: string }[],
  now: Date,
): Promise<Result> {
  for (const { limit, subject } of counted) {
    const counting = await countAgainst(executor, limit, subject, now);
    if (!counting.ok) return counting;
  }
  return ok(undefined);
}
