import { sql } from "drizzle-orm";
import { index, integer, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { conferences } from "./conferences";
import { persons } from "./persons";

/**
 * kept: written and never sent, because the conference is in rehearsal or the transport is the outbox itself.
 * expired: a mail to sign in that could not be sent while its link and its code were good.
 */
export const mailState = pgEnum("mail_state", ["queued", "sending", "sent", "failed", "kept", "expired"]);

/** Every mail the portal sends, with its fate. The row is written in the transaction that causes the mail. */
export const outbox = pgTable(
  "outbox",
  {
    id: uuid().primaryKey().defaultRandom(),
    conferenceId: uuid().references(() => conferences.id, { onDelete: "cascade" }),
    personId: uuid().references(() => persons.id, { onDelete: "set null" }),
    kind: text().notNull(),
    recipient: text().notNull(),
    locale: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    state: mailState().notNull().default("queued"),
    // Lower goes first: sign-in mails overtake everything.
    priority: integer().notNull().default(10),
    attempts: integer().notNull().default(0),
    dueAt: instant().notNull().defaultNow(),
    // The mails that went to the provider in one request, and the idempotency key of that request: asked again
    // after a crash, it must be the same mails under the same key. Of a mail that went alone, its own id.
    batchId: uuid(),
    // While `sending`: when another worker may take it over.
    leaseUntil: instant(),
    sentAt: instant(),
    providerId: text(),
    error: text(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    // What the worker takes next.
    index("outbox_due_idx").on(t.priority, t.dueAt).where(sql`${t.state} in ('queued', 'sending')`),
    index("outbox_batch_idx").on(t.batchId).where(sql`${t.state} in ('queued', 'sending')`),
    index("outbox_recent_idx").on(t.createdAt),
    index("outbox_conference_idx").on(t.conferenceId, t.createdAt),
    index("outbox_person_idx").on(t.personId),
  ],
);
