import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, localized, timestamps } from "./columns";
import { conferences } from "./conferences";

const ofConference = () =>
  uuid()
    .notNull()
    .references(() => conferences.id, { onDelete: "cascade" });

export const rooms = pgTable(
  "rooms",
  {
    id: uuid().primaryKey().defaultRandom(),
    conferenceId: ofConference(),
    name: text().notNull(),
    seats: integer(),
    floor: text(),
    position: integer().notNull().default(0),
  },
  (t) => [unique("rooms_conference_name_key").on(t.conferenceId, t.name)],
);

export const topics = pgTable(
  "topics",
  {
    id: uuid().primaryKey().defaultRandom(),
    conferenceId: ofConference(),
    key: text().notNull(),
    name: localized().notNull(),
    // 1 to 8: a place in the palette that keeps contrast, never a free colour
    colour: integer().notNull(),
    position: integer().notNull().default(0),
  },
  (t) => [
    unique("topics_conference_key_key").on(t.conferenceId, t.key),
    check("topics_colour_of_palette", sql`${t.colour} between 1 and 8`),
  ],
);

export const speakers = pgTable(
  "speakers",
  {
    id: uuid().primaryKey().defaultRandom(),
    conferenceId: ofConference(),
    slug: text().notNull(),
    name: text().notNull(),
    affiliation: text(),
    about: localized().notNull().default({}),
    position: integer().notNull().default(0),
    ...timestamps,
  },
  (t) => [unique("speakers_conference_slug_key").on(t.conferenceId, t.slug)],
);

export const sessionKind = pgEnum("session_kind", [
  "plenary",
  "session",
  "panel",
  "breakout",
  "interactive",
  "live-poll",
  "open-space",
  "matchmaking",
  "training",
  "award",
  "side-event",
  "break",
]);

export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey().defaultRandom(),
    conferenceId: ofConference(),
    slug: text().notNull(),
    title: text().notNull(),
    abstract: text().notNull().default(""),
    kind: sessionKind().notNull(),
    topicId: uuid().references(() => topics.id, { onDelete: "set null" }),
    roomId: uuid().references(() => rooms.id, { onDelete: "set null" }),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    // null: open to everyone without booking
    seats: integer(),
    ...timestamps,
  },
  (t) => [
    unique("sessions_conference_slug_key").on(t.conferenceId, t.slug),
    index("sessions_conference_start_idx").on(t.conferenceId, t.startsAt),
    check("sessions_end_after_start", sql`${t.endsAt} > ${t.startsAt}`),
    check("sessions_seats_positive", sql`${t.seats} > 0`),
  ],
);

export const sessionPart = pgEnum("session_part", ["speaker", "moderator"]);

export const sessionSpeakers = pgTable(
  "session_speakers",
  {
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    speakerId: uuid()
      .notNull()
      .references(() => speakers.id, { onDelete: "cascade" }),
    part: sessionPart().notNull(),
    position: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ name: "session_speakers_pkey", columns: [t.sessionId, t.speakerId, t.part] }),
    index("session_speakers_speaker_idx").on(t.speakerId),
  ],
);
