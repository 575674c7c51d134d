import { sql } from "drizzle-orm";
import {
  bigserial,
  check,
  foreignKey,
  index,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, jsonb, timestamps } from "./columns";
import { ofConference } from "./conferences";
import { cancelReasons, registrationStates } from "./kinds";
import { ofPerson } from "./persons";
import { consentVersions, invitations, participantTypes, questions } from "./registration-form";

// Who takes part, and what they said of themselves. What is asked of them stands in registration-form.ts.

export const registrationState = pgEnum("registration_state", registrationStates);

export const cancelReason = pgEnum("cancel_reason", cancelReasons);

export const registrations = pgTable(
  "registrations",
  {
    id: uuid().primaryKey().defaultRandom(),
    conferenceId: ofConference(),
    personId: ofPerson(),
    typeId: uuid().notNull(),
    state: registrationState().notNull(),
    // Order of arrival: drawn while the conference's row is locked, so it is the order of decision too.
    arrival: bigserial({ mode: "number" }).notNull(),
    givenName: text().notNull(),
    familyName: text().notNull(),
    organisation: text().notNull().default(""),
    jobTitle: text().notNull().default(""),
    country: text().notNull(),
    // The language of the mails about it.
    locale: text().notNull().default("en"),
    invitationId: uuid().references(() => invitations.id),
    // In the conference's clock.
    registeredAt: instant().notNull(),
    confirmedAt: instant(),
    offeredUntil: instant(),
    cancelledAt: instant(),
    cancelReason: cancelReason(),
    // What the organiser wrote to the person with a refusal.
    declineReason: text(),
    // Twelve characters, signed; drawn at the first confirmation and kept.
    ticketCode: text().unique("registrations_ticket_code_key"),
    checkedInAt: instant(),
    // What the organiser's search looks in, beside the address. `fold` is in the migration "search".
    search: text().generatedAlwaysAs(sql`fold(given_name || ' ' || family_name || ' ' || organisation)`),
    ...timestamps,
  },
  (t) => [
    foreignKey({
      name: "registrations_type_of_conference_fk",
      columns: [t.conferenceId, t.typeId],
      foreignColumns: [participantTypes.conferenceId, participantTypes.id],
    }),
    // One registration per person and conference, whatever is submitted twice.
    unique("registrations_conference_person_key").on(t.conferenceId, t.personId),
    // Counting places and finding the next in line read only this index.
    index("registrations_line_idx").on(t.conferenceId, t.state, t.typeId, t.arrival),
    // The organiser's table pages by arrival.
    uniqueIndex("registrations_arrival_key").on(t.conferenceId, t.arrival),
    // The same table by name, for a list of which any page is asked for.
    index("registrations_name_idx").on(t.conferenceId, t.familyName, t.givenName, t.arrival),
    index("registrations_organisation_idx").on(t.conferenceId, t.organisation, t.arrival),
    // Which countries there are, and how many of each; the list by country.
    index("registrations_country_idx").on(t.conferenceId, t.country, t.arrival),
    index("registrations_person_idx").on(t.personId),
    // How many places of a code are used, counted while the conference's row is locked.
    index("registrations_invitation_idx").on(t.invitationId).where(sql`${t.invitationId} is not null`),
    index("registrations_offers_idx").on(t.offeredUntil).where(sql`${t.state} = 'offered'`),
    check("registrations_offer_has_end", sql`(${t.state} = 'offered') = (${t.offeredUntil} is not null)`),
    check(
      "registrations_cancelled_has_reason",
      sql`(${t.state} = 'cancelled') = (${t.cancelReason} is not null)`,
    ),
    // A reason goes when the refusal is taken back.
    check(
      "registrations_decline_reason_of_declined",
      sql`${t.declineReason} is null or ${t.cancelReason} is not distinct from 'declined'`,
    ),
    check(
      "registrations_confirmed_has_ticket",
      sql`${t.state} <> 'confirmed' or (${t.ticketCode} is not null and ${t.confirmedAt} is not null)`,
    ),
    check("registrations_checked_in_confirmed", sql`${t.checkedInAt} is null or ${t.state} = 'confirmed'`),
  ],
);

export type AnswerValue = string | string[] | number | boolean;

const answerColumns = {
  registrationId: uuid()
    .notNull()
    .references(() => registrations.id, { onDelete: "cascade" }),
  questionId: uuid()
    .notNull()
    .references(() => questions.id, { onDelete: "cascade" }),
  value: jsonb().$type<AnswerValue>().notNull(),
};

export const answers = pgTable("answers", answerColumns, (t) => [
  primaryKey({ name: "answers_pkey", columns: [t.registrationId, t.questionId] }),
  index("answers_question_idx").on(t.questionId),
]);

/** Kept apart: other people may read them, and they are erased a month after the conference. */
export const sensitiveAnswers = pgTable("sensitive_answers", answerColumns, (t) => [
  primaryKey({ name: "sensitive_answers_pkey", columns: [t.registrationId, t.questionId] }),
  index("sensitive_answers_question_idx").on(t.questionId),
]);

export const givenConsents = pgTable(
  "given_consents",
  {
    registrationId: uuid()
      .notNull()
      .references(() => registrations.id, { onDelete: "cascade" }),
    consentVersionId: uuid()
      .notNull()
      .references(() => consentVersions.id),
    givenAt: instant().notNull(),
    withdrawnAt: instant(),
  },
  (t) => [primaryKey({ name: "given_consents_pkey", columns: [t.registrationId, t.consentVersionId] })],
);
