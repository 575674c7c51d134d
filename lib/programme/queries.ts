import { and, asc, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { rooms, sessionSpeakers, sessions, speakers, topics } from "@/db/schema";
import { localize, localizedIn } from "@/lib/i18n/text";
import type { Person, ProgrammeSession, Room } from "./rules";

type Of = { id: string; locale: string };

/** The whole programme in order of time, then room; topics named in the reader's language. */
export async function listProgramme(
  executor: Executor,
  conference: Of,
  reader: string,
): Promise<ProgrammeSession[]> {
  const rows = await executor
    .select({
      id: sessions.id,
      slug: sessions.slug,
      title: sessions.title,
      abstract: sessions.abstract,
      kind: sessions.kind,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      seats: sessions.seats,
      topic: { key: topics.key, name: topics.name, colour: topics.colour, position: topics.position },
      room: {
        id: rooms.id,
        name: rooms.name,
        floor: rooms.floor,
        seats: rooms.seats,
        position: rooms.position,
      },
    })
    .from(sessions)
    .leftJoin(topics, and(eq(topics.id, sessions.topicId), eq(topics.conferenceId, conference.id)))
    .leftJoin(rooms, and(eq(rooms.id, sessions.roomId), eq(rooms.conferenceId, conference.id)))
    .where(eq(sessions.conferenceId, conference.id))
    .orderBy(asc(sessions.startsAt), asc(rooms.position), asc(sessions.title));
  const parts = await listParts(executor, conference);
  return rows.map(({ id, topic, ...session }) => ({
    ...session,
    topic: topic && { ...topic, name: localize(topic.name, reader, conference.locale) },
    speakers: parts(id, "speaker"),
    moderators: parts(id, "moderator"),
  }));
}

async function listParts(executor: Executor, conference: Of) {
  const rows = await executor
    .select({
      sessionId: sessionSpeakers.sessionId,
      part: sessionSpeakers.part,
      slug: speakers.slug,
      name: speakers.name,
      affiliation: speakers.affiliation,
    })
    .from(sessionSpeakers)
    .innerJoin(speakers, eq(speakers.id, sessionSpeakers.speakerId))
    .innerJoin(sessions, eq(sessions.id, sessionSpeakers.sessionId))
    .where(and(eq(sessions.conferenceId, conference.id), eq(speakers.conferenceId, conference.id)))
    .orderBy(asc(sessionSpeakers.position), asc(speakers.position));
  const found = new Map<string, Person[]>();
  for (const { sessionId, part, ...person } of rows) {
    const key = `${sessionId} ${part}`;
    found.set(key, [...(found.get(key) ?? []), person]);
  }
  return (sessionId: string, part: "speaker" | "moderator") => found.get(`${sessionId} ${part}`) ?? [];
}

export type Speaker = Person & { about: string; aboutIn: string };

/** Everyone who speaks or moderates, in the organiser's order. */
export async function listSpeakers(executor: Executor, conference: Of, reader: string): Promise<Speaker[]> {
  const rows = await executor
    .select({
      slug: speakers.slug,
      name: speakers.name,
      affiliation: speakers.affiliation,
      about: speakers.about,
    })
    .from(speakers)
    .where(eq(speakers.conferenceId, conference.id))
    .orderBy(asc(speakers.position), asc(speakers.name));
  return rows.map((row) => ({
    ...row,
    about: localize(row.about, reader, conference.locale),
    aboutIn: localizedIn(row.about, reader, conference.locale),
  }));
}

/** The rooms in the organiser's order. */
export async function listRooms(executor: Executor, conference: Of): Promise<Room[]> {
  return executor
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
}
