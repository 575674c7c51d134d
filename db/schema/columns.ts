import { jsonb, timestamp } from "drizzle-orm/pg-core";

/** A text in several languages, by locale ("en", "ro", …). The conference's own language is always there. */
export type LocalizedText = Record<string, string>;

/** An instant; kept in UTC, shown in the conference's time zone. */
export const instant = () => timestamp({ withTimezone: true, mode: "date", precision: 3 });

export const localized = () => jsonb().$type<LocalizedText>();

/** Real time, never the conference's clock: they say when the row was written. */
export const timestamps = {
  createdAt: instant().notNull().defaultNow(),
  updatedAt: instant()
    .notNull()
    .defaultNow()
    .$onUpdate(() => new Date()),
};
