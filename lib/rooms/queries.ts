import { and, asc, eq, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { rooms, sessions } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";

// Written out: in a query of one table drizzle leaves the table's name away, and in a subquery that is another id.
const ownId = sql.raw('"rooms"."id"');

/** The draft's rooms in their order, with how many sessions are in each. */
export async function listDraftRooms(executor: Executor, { conference }: Organiser) {
  return executor
    .select({
      id: rooms.id,
      name: rooms.name,
      seats: rooms.seats,
      floor: rooms.floor,
      version: rooms.version,
      sessions: sql<number>`(select count(*)::int from ${sessions}
        where ${sessions.roomId} = ${ownId} and ${sessions.removedAt} is null)`,
    })
    .from(rooms)
    .where(eq(rooms.conferenceId, conference.id))
    .orderBy(asc(rooms.position), asc(rooms.id));
}

export type DraftRoom = Awaited<ReturnType<typeof listDraftRooms>>[number];

/** What is planned in a room, in order of time. */
export async function listSessionsIn(executor: Executor, { conference }: Organiser, roomId: string) {
  return executor
    .select({ id: sessions.id, title: sessions.title, startsAt: sessions.startsAt, endsAt: sessions.endsAt })
    .from(sessions)
    .where(
      and(
        eq(sessions.conferenceId, conference.id),
        eq(sessions.roomId, roomId),
        sql`${sessions.removedAt} is null`,
      ),
    )
    .orderBy(asc(sessions.startsAt));
}
