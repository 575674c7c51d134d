import { and, asc, eq, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { commitments, conferences, releasedSessions, seats } from "@/db/schema";

type Span = { startsAt: Date; endsAt: Date };

const during = ({ startsAt, endsAt }: Span) =>
  sql`tstzrange(${startsAt.toISOString()}::timestamptz, ${endsAt.toISOString()}::timestamptz)`;

/** Commitments of the same world as the conference's: what is only rehearsed is in the way of nothing real. */
export const ofItsWorld = (conferenceId: string) =>
  sql`${commitments.rehearsal} = (select mode = 'rehearsal' from ${conferences} where id = ${conferenceId})`;

/**
 * What a person has at that time, in order of time. `seatId` and `session` are null for what is no seat, and
 * `session` also for a seat at another conference than `conferenceId`.
 */
export async function listOverlapping(
  executor: Executor,
  whose: { personId: string; conferenceId: string },
  span: Span,
  exceptSessionId?: string,
) {
  return executor
    .select({
      id: commitments.id,
      kind: commitments.kind,
      seatId: commitments.seatId,
      sessionId: releasedSessions.sessionId,
      slug: releasedSessions.slug,
      title: releasedSessions.title,
      startsAt: releasedSessions.startsAt,
      endsAt: releasedSessions.endsAt,
      seats: releasedSessions.seats,
      cancelled: releasedSessions.cancelled,
    })
    .from(commitments)
    .leftJoin(seats, eq(seats.id, commitments.seatId))
    .leftJoin(
      releasedSessions,
      and(
        eq(releasedSessions.sessionId, seats.sessionId),
        eq(releasedSessions.conferenceId, whose.conferenceId),
      ),
    )
    .where(
      and(
        eq(commitments.personId, whose.personId),
        ofItsWorld(whose.conferenceId),
        sql`${commitments.during} && ${during(span)}`,
        exceptSessionId ? sql`${seats.sessionId} is distinct from ${exceptSessionId}` : undefined,
      ),
    )
    .orderBy(asc(commitments.during), asc(commitments.id));
}

export type Overlapping = Awaited<ReturnType<typeof listOverlapping>>[number];
