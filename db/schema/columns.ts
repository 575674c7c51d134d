import { customType, timestamp } from "drizzle-orm/pg-core";

/** A text in several languages, by locale ("en", "ro", …). The conference's own language is always there. */
export type LocalizedText = Record<string, string>;

/** An instant; kept in UTC, shown in the conference's time zone. */
export const instant = () => timestamp({ withTimezone: true, mode: "date", precision: 3 });

/**
 * JSON, as it was written. Drizzle's own column reads once more what the driver has read already: a text such as
 * "12.5" or "true" came back as a number or a truth value.
 */
export const jsonb = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => "jsonb",
  toDriver: (value) => JSON.stringify(value),
});

export const localized = () => jsonb().$type<LocalizedText>();

/** Real time, never the conference's clock: they say when the row was written. */
export const timestamps = {
  createdAt: instant().notNull().defaultNow(),
  updatedAt: instant()
    .notNull()
    .defaultNow()
    .$onUpdate(() => new Date()),
};
