import type { Executor } from "@/db/client";
import type { ReleaseContent } from "@/db/schema";
import { localize, localizedIn } from "@/lib/i18n/text";
import { listPresent } from "@/lib/photos/queries";
import { findCurrentRelease } from "@/lib/releases/queries";
import { emptyContent } from "@/lib/releases/rules";
import type { Person, ProgrammeSession, Room } from "./rules";

type Of = { id: string; locale: string };

// What the public reads is the last release, never the draft.
const contentOf = async (executor: Executor, conference: Of) =>
  (await findCurrentRelease(executor, conference))?.content ?? emptyContent;

/** The whole programme in order of time, then room; topics named in the reader's language. */
export async function listProgramme(
  executor: Executor,
  conference: Of,
  reader: string,
): Promise<ProgrammeSession[]> {
  return programmeOf(await contentOf(executor, conference), conference, reader);
}

/** The same of a content that was read already. */
export function programmeOf(
  { rooms, topics, speakers, sessions }: ReleaseContent,
  conference: Of,
  reader: string,
): ProgrammeSession[] {
  const roomById = new Map(rooms.map((room) => [room.id, room]));
  const topicById = new Map(
    topics.map(({ id, key, name, colour, position }) => [
      id,
      { key, name: localize(name, reader, conference.locale), colour, position },
    ]),
  );
  const personById = new Map(
    speakers.map(({ id, slug, name, affiliation }): [string, Person] => [id, { slug, name, affiliation }]),
  );
  const people = (ids: string[]) => ids.flatMap((id) => personById.get(id) ?? []);
  return sessions
    .map(({ topicId, roomId, startsAt, endsAt, ...session }) => ({
      ...session,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      topic: (topicId && topicById.get(topicId)) || null,
      room: (roomId && roomById.get(roomId)) || null,
      speakers: people(session.speakers),
      moderators: people(session.moderators),
    }))
    .sort(
      (a, b) =>
        a.startsAt.getTime() - b.startsAt.getTime() ||
        (a.room?.position ?? Number.MAX_SAFE_INTEGER) - (b.room?.position ?? Number.MAX_SAFE_INTEGER) ||
        (a.title < b.title ? -1 : 1),
    );
}

export type Speaker = Person & { about: string; aboutIn: string; photoId: string | null };

/** Everyone who speaks or moderates, in the organiser's order. */
export async function listSpeakers(executor: Executor, conference: Of, reader: string): Promise<Speaker[]> {
  const { speakers } = await contentOf(executor, conference);
  const there = await listPresent(
    executor,
    conference,
    speakers.flatMap(({ photoId }) => photoId ?? []),
  );
  return [...speakers].sort(inOrder).map(({ slug, name, affiliation, about, photoId }) => ({
    slug,
    name,
    affiliation,
    photoId: photoId && there.has(photoId) ? photoId : null,
    about: localize(about, reader, conference.locale),
    aboutIn: localizedIn(about, reader, conference.locale),
  }));
}

/** The rooms in the organiser's order. */
export async function listRooms(executor: Executor, conference: Of): Promise<Room[]> {
  return [...(await contentOf(executor, conference)).rooms].sort(inOrder);
}

type Placed = { position: number; name: string };
const inOrder = (a: Placed, b: Placed) => a.position - b.position || (a.name < b.name ? -1 : 1);
