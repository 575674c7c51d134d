import { and, eq, inArray, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { seats } from "@/db/schema";

export type SeatCount = { booked: number; waiting: number };

/**
 * Seats booked and people waiting, by session; sessions without either are left out. A decision may rest on it
 * only when their rows are locked (lib/lines/mutations).
 */
export async function countSeats(executor: Executor, sessionIds: string[]): Promise<Map<string, SeatCount>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await executor
    .select({
      sessionId: seats.sessionId,
      booked: sql<number>`(count(*) filter (where ${seats.state} = 'booked'))::int`,
      waiting: sql<number>`(count(*) filter (where ${seats.state} = 'waiting'))::int`,
    })
    .from(seats)
    .where(and(inArray(seats.sessionId, sessionIds), inArray(seats.state, ["booked", "waiting"])))
    .groupBy(seats.sessionId);
  return new Map(rows.map(({ sessionId, ...count }) => [sessionId, count]));
}

/** Where someone stands in the line of a session, from 1. */
export async function findPosition(executor: Executor, sessionId: string, arrival: number): Promise<number> {
  return executor.$count(
    seats,
    and(eq(seats.sessionId, sessionId), eq(seats.state, "waiting"), sql`${seats.arrival} <= ${arrival}`),
  );
}
