import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, jsonb, type LocalizedText, localized, timestamps } from "./columns";
import { ofConference } from "./conferences";
import { questionKinds } from "./kinds";

// What the organiser asks of those who register. What they answer stands in registrations.ts.

export const participantTypes = pgTable(
  "participant_types",
  {
    id: uuid().primaryKey().defaultRandom(),
    conferenceId: ofConference(),
    name: localized().notNull(),
    // null: only the conference's capacity limits it
    capacity: integer(),
    needsApproval: boolean().notNull().default(false),
    position: integer().notNull().default(0),
    // Archived types stay with those who have them and are offered to nobody.
    archivedAt: instant(),
    ...timestamps,
  },
  (t) => [
    index("participant_types_conference_idx").on(t.conferenceId, t.position),
    // Target of the foreign keys that keep a type and those who use it in one conference.
    unique("participant_types_conference_id_key").on(t.conferenceId, t.id),
    check("participant_types_capacity_positive", sql`${t.capacity} >= 0`),
  ],
);

export const questionKind = pgEnum("question_kind", questionKinds);

export type QuestionOption = { value: string; label: LocalizedText };

export const questions = pgTable(
  "questions",
  {
    id: uuid().primaryKey().defaultRandom(),
    conferenceId: ofConference(),
    kind: questionKind().notNull(),
    label: localized().notNull(),
    help: localized().notNull().default({}),
    // An option that was removed keeps its value here with `archived`, so that old answers can be read.
    options: jsonb().$type<(QuestionOption & { archived?: boolean })[]>().notNull().default([]),
    required: boolean().notNull().default(false),
    // Diet, access needs: answers are kept apart and erased a month after the conference.
    sensitive: boolean().notNull().default(false),
    // Empty: asked of every participant type.
    typeIds: jsonb().$type<string[]>().notNull().default([]),
    position: integer().notNull().default(0),
    archivedAt: instant(),
    ...timestamps,
  },
  (t) => [index("questions_conference_idx").on(t.conferenceId, t.position)],
);

export const consents = pgTable(
  "consents",
  {
    id: uuid().primaryKey().defaultRandom(),
    conferenceId: ofConference(),
    required: boolean().notNull().default(false),
    position: integer().notNull().default(0),
    archivedAt: instant(),
    ...timestamps,
  },
  (t) => [index("consents_conference_idx").on(t.conferenceId, t.position)],
);

/** The wordings of a consent, never changed: what someone agreed to can be read for ever. */
export const consentVersions = pgTable(
  "consent_versions",
  {
    id: uuid().primaryKey().defaultRandom(),
    consentId: uuid()
      .notNull()
      .references(() => consents.id, { onDelete: "cascade" }),
    version: integer().notNull(),
    wording: localized().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [unique("consent_versions_consent_version_key").on(t.consentId, t.version)],
);

/** A code that reserves places until it expires (conference clock). */
export const invitations = pgTable(
  "invitations",
  {
    id: uuid().primaryKey().defaultRandom(),
    conferenceId: ofConference(),
    // Upper case, without blanks.
    code: text().notNull(),
    label: text().notNull().default(""),
    typeId: uuid(),
    places: integer().notNull(),
    expiresAt: instant(),
    revokedAt: instant(),
    ...timestamps,
  },
  (t) => [
    unique("invitations_conference_code_key").on(t.conferenceId, t.code),
    foreignKey({
      name: "invitations_type_of_conference_fk",
      columns: [t.conferenceId, t.typeId],
      foreignColumns: [participantTypes.conferenceId, participantTypes.id],
    }),
    check("invitations_places_positive", sql`${t.places} > 0`),
    check("invitations_code_form", sql`${t.code} ~ '^[A-Z0-9-]{4,40}$'`),
  ],
);
