import fc from "fast-check";
import type { ModelSession, Step } from "./seats-model";

export const PEOPLE = 5;
export const SESSIONS = 3;

const person = fc.nat(PEOPLE - 1);
const session = fc.nat(SESSIONS - 1);
// One of the seats and waits that there are at that moment.
const one = fc.nat(99);
const seatsOf = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 3 }) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant("book" as const), person, session }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("giveBack" as const), one }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("swap" as const), person, session }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("leave" as const), person }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("return" as const), person }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("move" as const),
      session,
      from: fc.nat(3),
      hours: fc.integer({ min: 1, max: 2 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("resize" as const), session, seats: seatsOf }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("callOff" as const), session }) },
);
const beginning: fc.Arbitrary<ModelSession> = fc
  .record({ from: fc.nat(3), hours: fc.integer({ min: 1, max: 2 }), seats: fc.integer({ min: 1, max: 2 }) })
  .map(({ from, hours, seats: count }) => ({ from, to: from + hours, seats: count, cancelled: false }));

/** Where a sequence begins, and what is done in it. */
export const sequence = fc.record({
  sessions: fc.array(beginning, { minLength: SESSIONS, maxLength: SESSIONS }),
  steps: fc.array(step, { minLength: 1, maxLength: 30, size: "max" }),
});
export type Sequence = { sessions: ModelSession[]; steps: Step[] };
