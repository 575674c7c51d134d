import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { ofConference } from "./conferences";
import { ofPerson } from "./persons";
import { sessions } from "./programme";
import { registrations } from "./registrations";

/** A session marked in a person's agenda. Needs an account, not a registration. */
export const stars = pgTable(
  "stars",
  {
    conferenceId: ofConference(),
    personId: ofPerson(),
    sessionId: uuid().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "stars_pkey", columns: [t.personId, t.sessionId] }),
    foreignKey({
      name: "stars_session_of_conference_fk",
      columns: [t.conferenceId, t.sessionId],
      foreignColumns: [sessions.conferenceId, sessions.id],
    }).onDelete("cascade"),
    // Whom to tell when a session changes.
    index("stars_session_idx").on(t.sessionId),
  ],
);

/** The private calendar feed of a person at a conference. Deleting the row revokes it. */
export const feeds = pgTable(
  "feeds",
  {
    conferenceId: ofConference(),
    personId: ofPerson(),
    // SHA-256 of the key in the address: a dump of the database opens no calendar.
    keyHash: text().notNull().unique("feeds_key_hash_key"),
    // The key under AUTH_SECRET (AES-256-GCM), so that its owner can see the address again.
    sealedKey: text().notNull(),
    // The language of what stands in it.
    locale: text().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ name: "feeds_pkey", columns: [t.conferenceId, t.personId] })],
);

/** What a participant thought of a session, once. Hosts see sums and texts, never whose. */
export const feedback = pgTable(
  "feedback",
  {
    conferenceId: ofConference(),
    sessionId: uuid().notNull(),
    registrationId: uuid()
      .notNull()
      .references(() => registrations.id, { onDelete: "cascade" }),
    // 1 (poor) to 5 (excellent).
    rating: integer().notNull(),
    text: text().notNull().default(""),
    // In the conference's clock.
    givenAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ name: "feedback_pkey", columns: [t.sessionId, t.registrationId] }),
    foreignKey({
      name: "feedback_session_of_conference_fk",
      columns: [t.conferenceId, t.sessionId],
      foreignColumns: [sessions.conferenceId, sessions.id],
    }).onDelete("cascade"),
    index("feedback_registration_idx").on(t.registrationId),
    check("feedback_rating_of_scale", sql`${t.rating} between 1 and 5`),
  ],
);
