import { index, pgEnum, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { ofConference } from "./conferences";
import { ofPerson, persons } from "./persons";

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
    conferenceId: ofConference(),
    personId: ofPerson(),
    role: conferenceRole().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "roles_pkey", columns: [t.conferenceId, t.personId, t.role] }),
    index("roles_person_idx").on(t.personId),
  ],
);
