import { sql } from "drizzle-orm";
import {
  bigserial,
  boolean,
  check,
  customType,
  foreignKey,
  index,
  pgEnum,
  pgTable,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, timestamps } from "./columns";
import { ofConference } from "./conferences";
import { ofPerson } from "./persons";
import { sessions } from "./programme";
import { registrations } from "./registrations";

export const seatState = pgEnum("seat_state", ["booked", "waiting", "cancelled"]);

/** Why a seat or a wait ended: the participant, for another seat, the session or the registration cancelled, a session moved into another commitment. */
export const seatCancelReason = pgEnum("seat_cancel_reason", [
  "participant",
  "swap",
  "organiser",
  "session-cancelled",
  "session-moved",
  "registration-cancelled",
]);

/** A booked seat, or the wait for one. First come, first served, by arrival. */
export const seats = pgTable(
  "seats",
  {
    id: uuid().primaryKey().defaultRandom(),
    conferenceId: ofConference(),
    sessionId: uuid().notNull(),
    registrationId: uuid()
      .notNull()
      .references(() => registrations.id, { onDelete: "cascade" }),
    state: seatState().notNull(),
    // Drawn while the released session's row is locked: the order of arrival is the order of decision.
    arrival: bigserial({ mode: "number" }).notNull(),
    // In the conference's clock.
    askedAt: instant().notNull(),
    bookedAt: instant(),
    cancelledAt: instant(),
    cancelReason: seatCancelReason(),
    ...timestamps,
  },
  (t) => [
    foreignKey({
      name: "seats_session_of_conference_fk",
      columns: [t.conferenceId, t.sessionId],
      foreignColumns: [sessions.conferenceId, sessions.id],
    }).onDelete("cascade"),
    // One seat or wait per participant and session, whatever is submitted twice.
    uniqueIndex("seats_session_registration_key")
      .on(t.sessionId, t.registrationId)
      .where(sql`${t.state} <> 'cancelled'`),
    // Counting seats and finding the next in line read only this index.
    index("seats_line_idx").on(t.sessionId, t.state, t.arrival),
    index("seats_registration_idx").on(t.registrationId),
    index("seats_conference_idx").on(t.conferenceId, t.state),
    check("seats_booked_has_time", sql`${t.state} <> 'booked' or ${t.bookedAt} is not null`),
    check("seats_cancelled_has_reason", sql`(${t.state} = 'cancelled') = (${t.cancelReason} is not null)`),
  ],
);

const timeRange = customType<{ data: string }>({ dataType: () => "tstzrange" });

export const commitmentKind = pgEnum("commitment_kind", ["seat", "meeting", "circle"]);

/**
 * Stretches of a person's time that are taken, from (inclusive) until (exclusive). Two of one person never
 * overlap, of a live conference or of rehearsals: the exclusion constraints "commitments_never_overlap" and
 * "commitments_never_overlap_in_rehearsal" of the migration "rehearsed_commitments" refuse it.
 */
export const commitments = pgTable(
  "commitments",
  {
    id: uuid().primaryKey().defaultRandom(),
    conferenceId: ofConference(),
    // The person and not the registration: nobody is at two conferences at once.
    personId: ofPerson(),
    kind: commitmentKind().notNull(),
    seatId: uuid().references(() => seats.id, { onDelete: "cascade" }),
    during: timeRange().notNull(),
    // As the conference's mode: whoever tries a rehearsal out shall still book what is real.
    rehearsal: boolean().notNull().default(false),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    unique("commitments_seat_key").on(t.seatId),
    index("commitments_conference_idx").on(t.conferenceId),
    check("commitments_seat_of_kind", sql`(${t.kind} = 'seat') = (${t.seatId} is not null)`),
    check("commitments_takes_time", sql`not isempty(${t.during})`),
  ],
);
