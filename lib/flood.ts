import { requestNotes } from "./request-notes";
import { fail, ok, type Result } from "./result";

// A coarse limit on what a signed-in person can press, against programs that press for them. It is kept in the
// memory of the process and is that process's alone: behind a balancer someone has it once with each. Counting in
// the database (lib/rate-limits) would be exact, but a write per press is what a rush of thousands cannot spare;
// what must hold across processes (sign-in, codes) is counted there.

/** That many at once, and one more each second: 60 in a minute. */
export const PRESSES = 60;
const REFILL = 1000;
/** When so many people are remembered, those who could press freely again are forgotten. */
const REMEMBERED = 10_000;

type Bucket = { left: number; at: number };
const buckets = new Map<string, Bucket>();

/** Takes one press of this person. Fails with "too-many". `now` in milliseconds, of any clock that only goes forward. */
export function countPress({ personId }: { personId: string }, now = performance.now()): Result {
  if (buckets.size >= REMEMBERED && !buckets.has(personId)) forgetIdle(now);
  const bucket = buckets.get(personId) ?? { left: PRESSES, at: now };
  const left = Math.min(PRESSES, bucket.left + (now - bucket.at) / REFILL);
  const allowed = left >= 1;
  buckets.set(personId, { left: allowed ? left - 1 : left, at: now });
  if (allowed) return ok(undefined);
  const request = requestNotes();
  if (request) request.tooMany = 1;
  // Less than a minute, and minutes are what a person is told.
  return fail("too-many", { params: { minutes: 1, seconds: 1 } });
}

function forgetIdle(now: number) {
  for (const [personId, { left, at }] of buckets)
    if (left + (now - at) / REFILL >= PRESSES) buckets.delete(personId);
}
