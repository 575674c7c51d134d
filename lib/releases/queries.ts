import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { Executor } from "@/db/client";
import {
  persons,
  type ReleaseContent,
  releases,
  rooms,
  sessionSpeakers,
  sessions,
  speakers,
  topics,
} from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import { PAGE } from "./rules";

type Of = { id: string };

/** The programme that the public sees: of the last release; undefined before the first. */
export async function findCurrentRelease(executor: Executor, conference: Of) {
  const [release] = await executor
    .select()
    .from(releases)
    .where(eq(releases.conferenceId, conference.id))
    .orderBy(desc(releases.number))
    .limit(1);
  return release;
}

/** Which release the public sees, without what stands in it: a whole programme, which one does not always need. */
export async function findCurrentHead(executor: Executor, conference: Of) {
  const [head] = await executor
    .select({
      id: releases.id,
      number: releases.number,
      name: releases.name,
      createdAt: releases.createdAt,
    })
    .from(releases)
    .where(eq(releases.conferenceId, conference.id))
    .orderBy(desc(releases.number))
    .limit(1);
  return head;
}

/** What stands in a release. */
export async function readRelease(executor: Executor, { id }: Of): Promise<ReleaseContent> {
  const [release] = await executor
    .select({ content: releases.content })
    .from(releases)
    .where(eq(releases.id, id));
  if (!release) throw new Error(`Release ${id} is gone, and releases stay`);
  return release.content;
}

export const countReleases = (executor: Executor, { conference }: Organiser) =>
  executor.$count(releases, eq(releases.conferenceId, conference.id));

/** One page of the releases without what stands in them, newest first. Pages count from 1. */
export async function listReleases(executor: Executor, { conference }: Organiser, page = 1) {
  return executor
    .select({
      number: releases.number,
      name: releases.name,
      note: releases.note,
      publishedAt: releases.publishedAt,
      sessions: releases.sessions,
      byGivenName: persons.givenName,
      byFamilyName: persons.familyName,
      byEmail: persons.email,
    })
    .from(releases)
    .leftJoin(persons, eq(persons.number, releases.publishedBy))
    .where(eq(releases.conferenceId, conference.id))
    .orderBy(desc(releases.number))
    .limit(PAGE)
    .offset((page - 1) * PAGE);
}

export async function findRelease(executor: Executor, { conference }: Organiser, number: number) {
  const [release] = await executor
    .select()
    .from(releases)
    .where(and(eq(releases.conferenceId, conference.id), eq(releases.number, number)));
  return release;
}

/** The draft as a release would hold it now, in an order that depends on nothing but what stands in it. */
export async function readDraft(executor: Executor, conference: Of): Promise<ReleaseContent> {
  const roomRows = await executor
    .select({
      id: rooms.id,
      name: rooms.name,
      floor: rooms.floor,
      seats: rooms.seats,
      position: rooms.position,
    })
    .from(rooms)
    .where(eq(rooms.conferenceId, conference.id))
    .orderBy(asc(rooms.position), asc(rooms.name));
  const topicRows = await executor
    .select({
      id: topics.id,
      key: topics.key,
      name: topics.name,
      colour: topics.colour,
      position: topics.position,
    })
    .from(topics)
    .where(eq(topics.conferenceId, conference.id))
    .orderBy(asc(topics.position), asc(topics.key));
  const speakerRows = await executor
    .select({
      id: speakers.id,
      slug: speakers.slug,
      name: speakers.name,
      affiliation: speakers.affiliation,
      about: speakers.about,
      photoId: speakers.photoId,
      position: speakers.position,
    })
    .from(speakers)
    .where(eq(speakers.conferenceId, conference.id))
    .orderBy(asc(speakers.position), asc(speakers.name), asc(speakers.slug));
  const parts = await listParts(executor, conference);
  const sessionRows = await executor
    .select({
      id: sessions.id,
      number: sessions.number,
      slug: sessions.slug,
      title: sessions.title,
      abstract: sessions.abstract,
      kind: sessions.kind,
      topicId: sessions.topicId,
      roomId: sessions.roomId,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      seats: sessions.seats,
      cancelledAt: sessions.cancelledAt,
    })
    .from(sessions)
    .where(and(eq(sessions.conferenceId, conference.id), isNull(sessions.removedAt)))
    .orderBy(asc(sessions.startsAt), asc(sessions.number));
  // What stands in a release is whole in itself: nothing in it points to a row of another conference.
  const known = new Set([...roomRows, ...topicRows].map(({ id }) => id));
  const orNull = (id: string | null) => (id && known.has(id) ? id : null);
  return {
    rooms: roomRows,
    topics: topicRows,
    speakers: speakerRows,
    sessions: sessionRows.map(({ cancelledAt, startsAt, endsAt, ...session }) => ({
      ...session,
      topicId: orNull(session.topicId),
      roomId: orNull(session.roomId),
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      cancelled: cancelledAt !== null,
      speakers: parts(session.id, "speaker"),
      moderators: parts(session.id, "moderator"),
    })),
  };
}

async function listParts(executor: Executor, conference: Of) {
  const rows = await executor
    .select({
      sessionId: sessionSpeakers.sessionId,
      speakerId: sessionSpeakers.speakerId,
      part: sessionSpeakers.part,
    })
    .from(sessionSpeakers)
    .innerJoin(sessions, eq(sessions.id, sessionSpeakers.sessionId))
    .innerJoin(speakers, eq(speakers.id, sessionSpeakers.speakerId))
    .where(and(eq(sessions.conferenceId, conference.id), eq(speakers.conferenceId, conference.id)))
    .orderBy(asc(sessionSpeakers.position), asc(speakers.position), asc(speakers.name));
  const found = new Map<string, string[]>();
  for (const { sessionId, part, speakerId } of rows) {
    const key = `${sessionId} ${part}`;
    found.set(key, [...(found.get(key) ?? []), speakerId]);
  }
  return (sessionId: string, part: "speaker" | "moderator") => found.get(`${sessionId} ${part}`) ?? [];
}
