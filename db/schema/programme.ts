import { sql } from "drizzle-orm";
import {
  bigserial,
  check,
  customType,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, localized, timestamps } from "./columns";
import { ofConference } from "./conferences";
import { sessionKinds } from "./kinds";
import { ofPerson } from "./persons";

// The programme as the organisers work on it: the draft. The public sees the last release (releases.ts).

/** Counts the changes of a row: who saves with an older number did not see the last change. */
const version = () => integer().notNull().default(1);

export const rooms = pgTable(
  "rooms",
  {
    id: uuid().primaryKey().defaultRandom(),
    conferenceId: ofConference(),
    name: text().notNull(),
    seats: integer(),
    floor: text(),
    position: integer().notNull().default(0),
    version: version(),
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
    version: version(),
  },
  (t) => [
    unique("topics_conference_key_key").on(t.conferenceId, t.key),
    check("topics_colour_of_palette", sql`${t.colour} between 1 and 8`),
  ],
);

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** Pictures of speakers, checked and encoded anew by the portal; never what was uploaded. Not changed once written. */
export const photos = pgTable(
  "photos",
  {
    id: uuid().primaryKey().defaultRandom(),
    conferenceId: ofConference(),
    bytes: bytes().notNull(),
    mediaType: text().notNull(),
    // In pixels.
    width: integer().notNull(),
    height: integer().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [index("photos_conference_idx").on(t.conferenceId)],
);

/**
 * A picture between a form that was refused for another reason and its next try: as it would be kept, shown to
 * nobody but who uploaded it. Deleted when the form is saved, or after a day.
 */
export const photoUploads = pgTable(
  "photo_uploads",
  {
    id: uuid().primaryKey(),
    conferenceId: ofConference(),
    // Of the id and the person together: it answers whether it is theirs, and names nobody.
    holderHash: text().notNull(),
    bytes: bytes().notNull(),
    mediaType: text().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [index("photo_uploads_conference_idx").on(t.conferenceId)],
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
    photoId: uuid().references(() => photos.id, { onDelete: "set null" }),
    position: integer().notNull().default(0),
    version: version(),
    ...timestamps,
  },
  (t) => [unique("speakers_conference_slug_key").on(t.conferenceId, t.slug)],
);

export const sessionKind = pgEnum("session_kind", sessionKinds);

export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey().defaultRandom(),
    conferenceId: ofConference(),
    // What formats need that know no uuid: never given twice.
    number: bigserial({ mode: "number" }).notNull().unique("sessions_number_key"),
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
    // Cancelled sessions stay in the programme and say so.
    cancelledAt: instant(),
    // Taken out of the draft. The row stays, for who starred or booked it and until the next release says so.
    removedAt: instant(),
    version: version(),
    ...timestamps,
  },
  (t) => [
    unique("sessions_conference_slug_key").on(t.conferenceId, t.slug),
    // Target of the foreign keys that keep a session and what refers to it in one conference.
    unique("sessions_conference_id_key").on(t.conferenceId, t.id),
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

/** Who runs a session on the day: sees its feedback, summed up. */
export const sessionHosts = pgTable(
  "session_hosts",
  {
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    personId: ofPerson(),
  },
  (t) => [
    primaryKey({ name: "session_hosts_pkey", columns: [t.sessionId, t.personId] }),
    index("session_hosts_person_idx").on(t.personId),
  ],
);
