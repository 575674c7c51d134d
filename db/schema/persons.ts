import { sql } from "drizzle-orm";
import { bigserial, check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, jsonb, timestamps } from "./columns";

export const persons = pgTable(
  "persons",
  {
    id: uuid().primaryKey().defaultRandom(),
    // What the audit log keeps after an erasure: says nothing to anyone without this row.
    number: bigserial({ mode: "number" }).notNull().unique("persons_number_key"),
    email: text().notNull().unique("persons_email_key"),
    emailVerifiedAt: instant(),
    givenName: text(),
    familyName: text(),
    locale: text().notNull().default("en"),
    ...timestamps,
  },
  (t) => [check("persons_email_lower_case", sql`${t.email} = lower(${t.email}) and ${t.email} like '%_@_%'`)],
);

/** The column of what belongs to a person and goes with the account. */
export const ofPerson = () =>
  uuid()
    .notNull()
    .references(() => persons.id, { onDelete: "cascade" });

/** Someone asks to sign in. Link and code are kept hashed, bound to the browser that asked, used once. */
export const signInRequests = pgTable(
  "sign_in_requests",
  {
    id: uuid().primaryKey().defaultRandom(),
    email: text().notNull(),
    locale: text().notNull(),
    returnTo: text().notNull(),
    browserHash: text().notNull(),
    linkHash: text().notNull().unique("sign_in_requests_link_key"),
    codeHash: text().notNull(),
    // Wrong codes typed so far; after ten the request is dead.
    wrongCodes: integer().notNull().default(0),
    createdAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
    consumedAt: instant(),
    // Minted when a person confirms, redeemed by next-auth in the same breath.
    releaseHash: text(),
  },
  (t) => [
    index("sign_in_requests_browser_idx").on(t.browserHash),
    index("sign_in_requests_expires_idx").on(t.expiresAt),
    check("sign_in_requests_codes_bounded", sql`${t.wrongCodes} between 0 and 10`),
  ],
);

/** A signed-in browser. Deleting the row signs it out at once. */
export const authSessions = pgTable(
  "auth_sessions",
  {
    tokenHash: text().primaryKey(),
    personId: ofPerson(),
    createdAt: instant().notNull().defaultNow(),
    lastSeenAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
    // "Firefox on Windows": so that people know their own sessions.
    browser: text().notNull().default(""),
    network: text().notNull().default(""),
    secondFactorAt: instant(),
  },
  (t) => [
    index("auth_sessions_person_idx").on(t.personId),
    index("auth_sessions_expires_idx").on(t.expiresAt),
  ],
);

export const secondFactors = pgTable("second_factors", {
  personId: uuid()
    .primaryKey()
    .references(() => persons.id, { onDelete: "cascade" }),
  // AES-256-GCM under AUTH_SECRET: a dump alone does not make codes.
  secret: text().notNull(),
  confirmedAt: instant(),
  // The last accepted time step: a code seen over the shoulder is worth nothing.
  lastStep: integer().notNull().default(0),
  recoveryHashes: jsonb().$type<string[]>().notNull().default([]),
  createdAt: instant().notNull().defaultNow(),
});

/** Counters for limits, shared by all servers. */
export const limits = pgTable(
  "limits",
  {
    key: text().notNull(),
    windowStart: instant().notNull(),
    count: integer().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ name: "limits_pkey", columns: [t.key, t.windowStart] }),
    index("limits_expires_idx").on(t.expiresAt),
  ],
);
