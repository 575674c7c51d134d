import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, jsonb, localized, timestamps } from "./columns";

/** rehearsal: the clock may be set and mail stays in the outbox. live: real time, real mail. */
export const conferenceMode = pgEnum("conference_mode", ["rehearsal", "live"]);

export const conferences = pgTable(
  "conferences",
  {
    id: uuid().primaryKey().defaultRandom(),
    slug: text().notNull().unique("conferences_slug_key"),
    name: text().notNull(),
    shortName: text().notNull(),
    edition: integer(),
    theme: localized().notNull().default({}),
    // Local dates in timeZone, both inclusive.
    startsOn: date({ mode: "string" }).notNull(),
    endsOn: date({ mode: "string" }).notNull(),
    timeZone: text().notNull(),
    // The language the organiser writes in; what lacks a translation is shown in it.
    locale: text().notNull().default("en"),
    capacity: integer().notNull(),
    // How long an offered place waits for its answer, in hours of the conference's clock.
    offerHours: integer().notNull().default(48),
    // A seat can be booked and given back until this many minutes before its session begins.
    seatMinutes: integer().notNull().default(30),
    fee: localized().notNull().default({}),
    hashtag: text(),
    venueName: text().notNull().default(""),
    venueAddress: text().notNull().default(""),
    venueCity: text().notNull().default(""),
    venueCountry: text(),
    organisers: jsonb().$type<string[]>().notNull().default([]),
    partners: jsonb().$type<string[]>().notNull().default([]),
    contactEmail: text(),
    mode: conferenceMode().notNull().default("rehearsal"),
    // The moment at which a rehearsal stands; it does not tick, so what is seen can be seen again.
    clockSetAt: instant(),
    // A demonstration says on a page of its own what is invented.
    isDemonstration: boolean().notNull().default(false),
    ...timestamps,
  },
  (t) => [
    check("conferences_slug_form", sql`${t.slug} ~ '^[a-z0-9](-?[a-z0-9])*$'`),
    check("conferences_days_in_order", sql`${t.endsOn} >= ${t.startsOn}`),
    check("conferences_capacity_positive", sql`${t.capacity} >= 0`),
    check("conferences_offer_hours_positive", sql`${t.offerHours} > 0`),
    check("conferences_seat_minutes_positive", sql`${t.seatMinutes} >= 0`),
    // A live conference has no settable clock, whatever the code does.
    check("conferences_live_has_real_clock", sql`${t.mode} = 'rehearsal' or ${t.clockSetAt} is null`),
  ],
);

/** The column of what belongs to a conference and goes with it. */
export const ofConference = () =>
  uuid()
    .notNull()
    .references(() => conferences.id, { onDelete: "cascade" });

/** What opens and closes. The closing instant is still open. */
export const windowModule = pgEnum("window_module", [
  "registration",
  "ideas",
  "consultations",
  "meetings",
  "award-applications",
  "award-vote",
]);

export const windows = pgTable(
  "windows",
  {
    conferenceId: ofConference(),
    module: windowModule().notNull(),
    opensAt: instant(),
    closesAt: instant(),
  },
  (t) => [
    primaryKey({ name: "windows_pkey", columns: [t.conferenceId, t.module] }),
    check("windows_in_order", sql`${t.closesAt} >= ${t.opensAt}`),
  ],
);

/** Earlier and later editions, as facts for the page "past editions". */
export const editions = pgTable(
  "editions",
  {
    id: uuid().primaryKey().defaultRandom(),
    conferenceId: ofConference(),
    edition: integer().notNull(),
    year: integer().notNull(),
    dates: text(),
    place: text(),
    participants: text(),
  },
  (t) => [index("editions_conference_idx").on(t.conferenceId)],
);
