import type { Database } from "@/db/client";
import { rooms, sessionSpeakers, sessions, speakers, topics } from "@/db/schema";
import { release } from "@/lib/releases/mutations";
import { readDraft } from "@/lib/releases/queries";
import { next } from "./values";

type Session = Partial<Omit<typeof sessions.$inferInsert, "id" | "conferenceId" | "roomId" | "topicId">> & {
  /** Names and keys of what stands beside it; made when it is not described. */
  room?: string;
  topic?: string;
  speakers?: string[];
  moderators?: string[];
};
type Programme = {
  rooms?: Partial<typeof rooms.$inferInsert>[];
  topics?: Partial<typeof topics.$inferInsert>[];
  speakers?: Partial<typeof speakers.$inferInsert>[];
  sessions?: Session[];
  /** The name of the release; false: a draft that nobody has published. */
  release?: string | false;
};

const NINE = new Date("2019-05-14T06:00:00Z");

/**
 * Rooms, topics, speakers and sessions, and a release of them all. A session is an hour, an hour after the one
 * before, the first at 09:00 in Bucharest on the first day of `aConference`; without seats to book.
 */
export async function aProgramme(db: Database, conference: { id: string }, programme: Programme = {}) {
  const conferenceId = conference.id;
  const wanted = programme.sessions ?? [{}];
  const all = <T extends object>(given: T[], key: keyof T, names: (string | undefined)[]) => {
    const known = new Set<unknown>(given.map((row) => row[key]));
    const missing = [...new Set(names)].filter((name) => name !== undefined && !known.has(name));
    return [...given, ...missing.map((name) => ({ [key]: name }) as T)];
  };
  return db.transaction(async (tx) => {
    const roomRows = await Promise.all(
      all(
        programme.rooms ?? [],
        "name",
        wanted.map(({ room }) => room),
      ).map((room, position) =>
        one(
          tx
            .insert(rooms)
            .values({ conferenceId, name: `Room ${next()}`, position, ...room })
            .returning(),
        ),
      ),
    );
    const topicRows = await Promise.all(
      all(
        programme.topics ?? [],
        "key",
        wanted.map(({ topic }) => topic),
      ).map((topic, position) => {
        const key = topic.key ?? `topic-${next()}`;
        return one(
          tx
            .insert(topics)
            .values({ conferenceId, name: { en: key }, colour: (position % 8) + 1, position, ...topic, key })
            .returning(),
        );
      }),
    );
    const named = wanted.flatMap(({ speakers: some = [], moderators = [] }) => [...some, ...moderators]);
    const speakerRows = await Promise.all(
      all(programme.speakers ?? [], "name", named).map((speaker, position) => {
        const number = next();
        const row = { slug: `speaker-${number}`, name: `Speaker ${number}`, position, ...speaker };
        return one(
          tx
            .insert(speakers)
            .values({ conferenceId, ...row })
            .returning(),
        );
      }),
    );
    const sessionRows = [];
    for (const [index, given] of wanted.entries()) {
      const { room, topic, speakers: speaking = [], moderators = [], ...fields } = given;
      const number = next();
      const startsAt = fields.startsAt ?? new Date(NINE.getTime() + index * 2 * 3_600_000);
      const session = await one(
        tx
          .insert(sessions)
          .values({
            conferenceId,
            slug: `session-${number}`,
            title: `Session ${number}`,
            kind: "session",
            startsAt,
            endsAt: new Date(startsAt.getTime() + 3_600_000),
            roomId: roomRows.find(({ name }) => name === room)?.id,
            topicId: topicRows.find(({ key }) => key === topic)?.id,
            ...fields,
          })
          .returning(),
      );
      const takesPart = (part: "speaker" | "moderator") => (name: string, position: number) => {
        const speaker = speakerRows.find((row) => row.name === name);
        if (!speaker) throw new Error(`${name} was not written`);
        return { sessionId: session.id, speakerId: speaker.id, part, position };
      };
      const parts = [...speaking.map(takesPart("speaker")), ...moderators.map(takesPart("moderator"))];
      if (parts.length > 0) await tx.insert(sessionSpeakers).values(parts);
      sessionRows.push(session);
    }
    if (programme.release !== false)
      await release(tx, conference, await readDraft(tx, conference), {
        name: programme.release ?? "Programme",
        note: "",
        publishedAt: new Date("2019-03-01T08:00:00Z"),
        publishedBy: null,
      });
    return { rooms: roomRows, topics: topicRows, speakers: speakerRows, sessions: sessionRows };
  });
}

/** Makes the draft as it stands what the public sees, without settling seats or telling anyone. */
export function aRelease(db: Database, conference: { id: string }, name = "Another release") {
  return db.transaction(async (tx) =>
    release(tx, conference, await readDraft(tx, conference), {
      name,
      note: "",
      publishedAt: new Date("2019-03-02T08:00:00Z"),
      publishedBy: null,
    }),
  );
}

async function one<T>(written: Promise<T[]>): Promise<T> {
  const [row] = await written;
  if (!row) throw new Error("A part of the programme was not written");
  return row;
}
