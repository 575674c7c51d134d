import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { ofConference } from "./conferences";

/**
 * A programme file between its upload and the organiser's yes; it was read without a fault. Deleted when it is
 * taken over, or after a day.
 */
export const imports = pgTable(
  "imports",
  {
    id: uuid().primaryKey().defaultRandom(),
    conferenceId: ofConference(),
    format: text().$type<"json" | "csv">().notNull(),
    fileName: text().notNull(),
    content: text().notNull(),
    // Sessions of the draft that the file does not name stay.
    keepsOthers: boolean().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    index("imports_conference_idx").on(t.conferenceId),
    check("imports_format_known", sql`${t.format} in ('json', 'csv')`),
  ],
);
