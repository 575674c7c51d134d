import type { Database } from "@/db/client";
import { rooms, sessions, speakers, topics } from "@/db/schema";
import { faker, next } from "./values";

type Of = { id: string };

/** A room of the draft with 100 seats. */
export async function aRoom(db: Database, { id }: Of, overrides: Partial<typeof rooms.$inferInsert> = {}) {
  const number = next();
  const [room] = await db
    .insert(rooms)
    .values({ conferenceId: id, name: `Room ${number}`, seats: 100, position: number, ...overrides })
    .returning();
  if (!room) throw new Error("The room was not written");
  return room;
}

export async function aTopic(db: Database, { id }: Of, overrides: Partial<typeof topics.$inferInsert> = {}) {
  const number = next();
  const [topic] = await db
    .insert(topics)
    .values({
      conferenceId: id,
      key: `topic-${number}`,
      name: { en: `Topic ${number}` },
      colour: 1,
      position: number,
      ...overrides,
    })
    .returning();
  if (!topic) throw new Error("The topic was not written");
  return topic;
}

export async function aSpeaker(
  db: Database,
  { id }: Of,
  overrides: Partial<typeof speakers.$inferInsert> = {},
) {
  const number = next();
  const [speaker] = await db
    .insert(speakers)
    .values({
      conferenceId: id,
      slug: `speaker-${number}`,
      name: faker.person.fullName(),
      position: number,
      ...overrides,
    })
    .returning();
  if (!speaker) throw new Error("The speaker was not written");
  return speaker;
}

/** A session of the draft on 15 May 2019 from 10:00 to 11:00 UTC, without a room. */
export async function aDraftSession(
  db: Database,
  { id }: Of,
  overrides: Partial<typeof sessions.$inferInsert> = {},
) {
  const number = next();
  const [session] = await db
    .insert(sessions)
    .values({
      conferenceId: id,
      slug: `session-${number}`,
      title: `Session ${number}`,
      kind: "session",
      startsAt: new Date("2019-05-15T10:00:00Z"),
      endsAt: new Date("2019-05-15T11:00:00Z"),
      ...overrides,
    })
    .returning();
  if (!session) throw new Error("The session was not written");
  return session;
}
