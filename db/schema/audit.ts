import { bigint, bigserial, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, jsonb } from "./columns";

/**
 * Who did what to what, when, from where. A trigger refuses to change or delete rows.
 * No foreign keys and no names: an erased person leaves only a number.
 */
export const auditEntries = pgTable(
  "audit_entries",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    conferenceId: uuid(),
    at: instant().notNull().defaultNow(),
    // persons.number; null: the portal itself (a job)
    actorNumber: bigint({ mode: "number" }),
    // verb of the house: "registration.cancelled", "clock.moved"
    action: text().notNull(),
    subject: text().notNull(),
    subjectId: text(),
    detail: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    // The network, cut short (IPv4 /24, IPv6 /48).
    network: text(),
  },
  (t) => [
    index("audit_entries_conference_idx").on(t.conferenceId, t.id),
    index("audit_entries_subject_idx").on(t.subject, t.subjectId),
  ],
);
