import { index, pgEnum, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { conferences } from "./conferences";
import { persons } from "./persons";

/** Owners run the installation. A trigger refuses to remove the last one. */
export const owners = pgTable("owners", {
  personId: uuid()
    .primaryKey()
    .references(() => persons.id, { onDelete: "restrict" }),
  createdAt: instant().notNull().defaultNow(),
});

export const conferenceRole = pgEnum("conference_role", ["organiser", "staff", "host"]);

export const roles = pgTable(
  "roles",
  {
    conferenceId: uuid()
      .notNull()
      .references(() => conferences.id, { onDelete: "cascade" }),
    personId: uuid()
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    role: conferenceRole().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "roles_pkey", columns: [t.conferenceId, t.personId, t.role] }),
    index("roles_person_idx").on(t.personId),
  ],
);
