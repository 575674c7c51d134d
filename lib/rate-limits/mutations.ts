import { inArray, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { limits } from "@/db/schema";
import { keyedHash } from "@/lib/auth/hash";
import { realNow } from "@/lib/clock";
import { requestNotes } from "@/lib/request-notes";
import { fail, ok, type Result } from "@/lib/result";
import { together } from "@/lib/together";
import { type Limit, limitWindow, minutesUntil, PRESSES } from "./rules";

/** How long a window's counter stays after its end, so that clocks of several servers may differ a little. */
const LINGER = 60_000;

/**
 * Counts one more of `limit` for `subject` (an address, a network, a person) and says whether it is still
 * within. One statement, so that any number of servers and connections count right. The subject is kept as
 * a keyed hash. On failure `params.minutes` says when to try again, and `params.seconds` the same for machines,
 * whom the answer to a write tells it by 429 and Retry-After.
 * Call it outside of a transaction: the row is one that others wait for.
 */
export async function countAgainst(
  executor: Executor,
  limit: Limit,
  subject: string,
  now: Date,
): Promise<Result> {
  const [result = ok(undefined)] = await countAll(executor, limit, [subject], now);
  return tell(result);
}

/**
 * As countAgainst, of several subjects (one may be among them more than once) in one statement. Each is told the
 * sum of all; the rows are taken in the order of their keys, so that two servers never wait for each other.
 */
export async function countAll(
  executor: Executor,
  limit: Limit,
  subjects: string[],
  now: Date,
): Promise<Result[]> {
  const { start, end } = limitWindow(limit, now);
  const keys = subjects.map((subject) => keyOf(limit, subject));
  const times = new Map<string, number>();
  for (const key of [...keys].sort()) times.set(key, (times.get(key) ?? 0) + 1);
  const rows = await executor
    .insert(limits)
    .values(
      [...times].map(([key, count]) => ({
        key,
        windowStart: start,
        count,
        expiresAt: new Date(end.getTime() + LINGER),
      })),
    )
    .onConflictDoUpdate({
      target: [limits.key, limits.windowStart],
      // One above the limit is enough to know; a flood does not make the number grow.
      set: { count: sql`least(${limits.count} + excluded.count, ${limit.max + 1})` },
    })
    .returning({ key: limits.key, count: limits.count });
  const counts = new Map(rows.map(({ key, count }) => [key, count]));
  return keys.map((key) => ((counts.get(key) ?? 0) <= limit.max ? ok(undefined) : refused(end, now)));
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
    if (found && found.count >= limit.max) return tell(refused(end, now));
  }
  return ok(undefined);
}

const keyOf = (limit: Limit, subject: string) => `${limit.name}:${keyedHash("limit", subject)}`;

function refused(end: Date, now: Date): Result {
  const seconds = Math.ceil((end.getTime() - now.getTime()) / 1000);
  return fail("too-many", { params: { minutes: minutesUntil(end, now), seconds } });
}

/** Tells the server around this request, which answers a write with 429 and Retry-After. */
function tell(result: Result): Result {
  const request = requestNotes();
  if (request && !result.ok) request.tooMany = Number(result.params?.seconds ?? 60);
  return result;
}

// Those who press while a count is under way are counted together: a rush costs few statements.
const countPresses = together((persons: string[]) => countAll(db, PRESSES, persons, realNow()));

/** Counts one press of a signed-in person, whatever it is for. Fails with "too-many". */
export async function countPress({ personId }: { personId: string }): Promise<Result> {
  return tell(await countPresses(personId));
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
