import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { photos, sessionSpeakers, sessions, speakers } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";

// Written out: in a query of one table drizzle leaves the table's name away, and in a subquery that is another id.
const ownId = sql.raw('"speakers"."id"');

/** Everyone in the draft, in the organiser's order, with in how many sessions they stand. */
export async function listDraftSpeakers(executor: Executor, { conference }: Organiser) {
  return executor
    .select({
      id: speakers.id,
      slug: speakers.slug,
      name: speakers.name,
      affiliation: speakers.affiliation,
      about: speakers.about,
      photo: { id: photos.id, width: photos.width, height: photos.height },
      version: speakers.version,
      sessions: sql<number>`(select count(distinct ${sessions.id})::int from ${sessionSpeakers}
        join ${sessions} on ${sessions.id} = ${sessionSpeakers.sessionId} and ${sessions.removedAt} is null
        where ${sessionSpeakers.speakerId} = ${ownId})`,
    })
    .from(speakers)
    .leftJoin(photos, eq(photos.id, speakers.photoId))
    .where(eq(speakers.conferenceId, conference.id))
    .orderBy(asc(speakers.position), asc(speakers.createdAt), asc(speakers.id));
}

export type DraftSpeaker = Awaited<ReturnType<typeof listDraftSpeakers>>[number];

/** In which sessions someone stands, in order of time. */
export async function listSessionsWith(executor: Executor, { conference }: Organiser, speakerId: string) {
  return executor
    .select({
      id: sessions.id,
      title: sessions.title,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      part: sessionSpeakers.part,
    })
    .from(sessionSpeakers)
    .innerJoin(sessions, eq(sessions.id, sessionSpeakers.sessionId))
    .where(
      and(
        eq(sessions.conferenceId, conference.id),
        eq(sessionSpeakers.speakerId, speakerId),
        isNull(sessions.removedAt),
      ),
    )
    .orderBy(asc(sessions.startsAt));
}
