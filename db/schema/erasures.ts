import { pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * Whose account was erased, so that it is erased again after a restore from a backup. The hash is of the
 * row's random id (122 bits), which nobody can guess: without the restored row it says nothing.
 */
export const erasures = pgTable("erasures", {
  personHash: text().primaryKey(),
  erasedAt: instant().notNull().defaultNow(),
});
