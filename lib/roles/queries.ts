import { asc, eq, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { owners, persons, roles, secondFactors } from "@/db/schema";
import type { Organiser, Owner } from "@/lib/auth/actors";

const who = {
  personId: persons.id,
  email: persons.email,
  givenName: persons.givenName,
  familyName: persons.familyName,
  // Never signed in: the invitation waits.
  known: sql<boolean>`${persons.emailVerifiedAt} is not null`,
  secondFactor: sql<boolean>`${secondFactors.confirmedAt} is not null`,
};

/** Who has a role at the conference, a row for each role. */
export async function listRoles(executor: Executor, { conference }: Organiser) {
  return executor
    .select({ ...who, role: roles.role })
    .from(roles)
    .innerJoin(persons, eq(persons.id, roles.personId))
    .leftJoin(secondFactors, eq(secondFactors.personId, persons.id))
    .where(eq(roles.conferenceId, conference.id))
    .orderBy(asc(roles.role), asc(persons.email));
}

/** Who runs the installation. Organisers may know: owners can do everything at their conference. */
export async function listOwners(executor: Executor, _asking: Organiser | Owner) {
  return executor
    .select(who)
    .from(owners)
    .innerJoin(persons, eq(persons.id, owners.personId))
    .leftJoin(secondFactors, eq(secondFactors.personId, persons.id))
    .orderBy(asc(owners.createdAt));
}
