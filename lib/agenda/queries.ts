import { and, asc, desc, eq, isNotNull, ne, or, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { registrations, releasedSessions, releases, seats, stars } from "@/db/schema";
import type { Guest } from "@/lib/auth/actors";
import type { AgendaEntry } from "./rules";

/** Whose agenda, where: someone signed in, or the owner of a feed, whose key is the proof. */
export type Whose = Pick<Guest, "personId"> & { conference: { id: string } };

/**
 * What a person has at a conference, in order of time, as the last release has it. What was starred and is no
 * longer in the programme is not there; what was booked, and is cancelled with its session, is: whoever does not
 * read mails looks for it here. `changedAt`: when the person's part in it changed last.
 */
export async function listAgenda(
  executor: Executor,
  { conference, personId }: Whose,
): Promise<(AgendaEntry & { changedAt: Date })[]> {
  const seated = executor
    .selectDistinctOn([seats.sessionId], {
      sessionId: seats.sessionId,
      state: seats.state,
      changedAt: seats.updatedAt,
    })
    .from(seats)
    .innerJoin(registrations, eq(registrations.id, seats.registrationId))
    .where(
      and(
        eq(registrations.conferenceId, conference.id),
        eq(registrations.personId, personId),
        or(ne(seats.state, "cancelled"), eq(seats.cancelReason, "session-cancelled")),
      ),
    )
    // The seat that holds goes before those that ended, in the order of the states.
    .orderBy(asc(seats.sessionId), asc(seats.state), desc(seats.arrival))
    .as("seated");
  const rows = await executor
    .select({
      id: releasedSessions.sessionId,
      slug: releasedSessions.slug,
      title: releasedSessions.title,
      format: releasedSessions.kind,
      startsAt: releasedSessions.startsAt,
      endsAt: releasedSessions.endsAt,
      room: releasedSessions.room,
      floor: releasedSessions.floor,
      cancelled: releasedSessions.cancelled,
      starred: stars.personId,
      seat: seated.state,
      changedAt: sql<Date>`greatest(${stars.createdAt}, ${seated.changedAt})`.mapWith(stars.createdAt),
    })
    .from(releasedSessions)
    .leftJoin(stars, and(eq(stars.sessionId, releasedSessions.sessionId), eq(stars.personId, personId)))
    .leftJoin(
      seated,
      and(
        eq(seated.sessionId, releasedSessions.sessionId),
        // Of a session that takes place again, the ended seat is nobody's.
        or(ne(seated.state, "cancelled"), releasedSessions.cancelled),
      ),
    )
    .where(
      and(
        eq(releasedSessions.conferenceId, conference.id),
        or(isNotNull(stars.personId), isNotNull(seated.sessionId)),
      ),
    )
    .orderBy(asc(releasedSessions.startsAt), asc(releasedSessions.endsAt), asc(releasedSessions.title));
  return rows.map(({ seat, ...row }) => ({
    ...row,
    kind: "session",
    starred: row.starred !== null,
    seat: seat === "booked" || seat === "waiting" ? seat : null,
  }));
}

/** Which release the agenda stands on, and when it was written; number 0 before the first. */
export async function findReleaseStamp(executor: Executor, conference: { id: string }) {
  const [release] = await executor
    .select({ number: releases.number, at: releases.createdAt })
    .from(releases)
    .where(eq(releases.conferenceId, conference.id))
    .orderBy(desc(releases.number))
    .limit(1);
  return release ?? { number: 0, at: null };
}
