import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, jsonb, type LocalizedText } from "./columns";
import { ofConference } from "./conferences";
import type { SessionKind } from "./kinds";
import { sessionKind, sessions } from "./programme";

/** A whole programme as it was published. Ids are those of the draft's rows; rows refer to each other by them. */
export type ReleaseContent = {
  rooms: { id: string; name: string; floor: string | null; seats: number | null; position: number }[];
  topics: { id: string; key: string; name: LocalizedText; colour: number; position: number }[];
  speakers: {
    id: string;
    slug: string;
    name: string;
    affiliation: string | null;
    about: LocalizedText;
    photoId: string | null;
    position: number;
  }[];
  sessions: {
    id: string;
    number: number;
    slug: string;
    title: string;
    abstract: string;
    kind: SessionKind;
    topicId: string | null;
    roomId: string | null;
    /** ISO 8601, UTC. */
    startsAt: string;
    endsAt: string;
    seats: number | null;
    cancelled: boolean;
    /** Ids of speakers, in the organiser's order. */
    speakers: string[];
    moderators: string[];
  }[];
};

/** What the public saw and sees: the one with the highest number. Never changed; going back makes a new one. */
export const releases = pgTable(
  "releases",
  {
    id: uuid().primaryKey().defaultRandom(),
    conferenceId: ofConference(),
    number: integer().notNull(),
    name: text().notNull(),
    note: text().notNull().default(""),
    content: jsonb().$type<ReleaseContent>().notNull(),
    // Counted once: a list of releases would open each of them to know how many sessions it has.
    sessions: integer().notNull().generatedAlwaysAs(sql`jsonb_array_length(content -> 'sessions')`),
    // In the conference's clock.
    publishedAt: instant().notNull(),
    // The person's number, as in the audit log; null: the portal itself.
    publishedBy: bigint({ mode: "number" }),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    unique("releases_conference_number_key").on(t.conferenceId, t.number),
    check("releases_number_positive", sql`${t.number} > 0`),
    check("releases_named", sql`${t.name} <> ''`),
  ],
);

/**
 * The sessions of the last release as rows: what seats are booked in, and what is locked while one is.
 * Written only by a release, in its transaction.
 */
export const releasedSessions = pgTable(
  "released_sessions",
  {
    sessionId: uuid().primaryKey(),
    conferenceId: ofConference(),
    slug: text().notNull(),
    title: text().notNull(),
    kind: sessionKind().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    seats: integer(),
    room: text(),
    floor: text(),
    cancelled: boolean().notNull().default(false),
  },
  (t) => [
    foreignKey({
      name: "released_sessions_session_of_conference_fk",
      columns: [t.conferenceId, t.sessionId],
      foreignColumns: [sessions.conferenceId, sessions.id],
    }).onDelete("cascade"),
    unique("released_sessions_conference_slug_key").on(t.conferenceId, t.slug),
    index("released_sessions_conference_start_idx").on(t.conferenceId, t.startsAt),
    check("released_sessions_end_after_start", sql`${t.endsAt} > ${t.startsAt}`),
  ],
);
