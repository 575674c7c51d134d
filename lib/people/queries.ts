import { and, desc, eq, isNotNull, or, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { conferences, registrations, roles } from "@/db/schema";
import type { Person } from "@/lib/auth/actors";
import type { SignedIn } from "@/lib/auth/session";
import { initials } from "./rules";

/** What the header needs to know of someone at a conference. An unknown conference answers as if they had no part in it. */
export async function findStanding(executor: Executor, person: SignedIn, slug: string) {
  const [row] = await executor
    .select({
      registered: sql<boolean>`exists (select from ${registrations} where ${registrations.conferenceId} = ${conferences.id}
        and ${registrations.personId} = ${person.personId} and ${registrations.state} <> 'cancelled')`,
      organiser: sql<boolean>`exists (select from ${roles} where ${roles.conferenceId} = ${conferences.id}
        and ${roles.personId} = ${person.personId} and ${roles.role} = 'organiser')`,
    })
    .from(conferences)
    .where(eq(conferences.slug, slug));
  return {
    initials: initials(person),
    registered: row?.registered ?? false,
    organiser: person.isOwner || (row?.organiser ?? false),
  };
}

/** The conferences a person takes part in or works for, the latest first. */
export async function listMyConferences(executor: Executor, person: Person) {
  const rows = await executor
    .select({
      id: conferences.id,
      slug: conferences.slug,
      name: conferences.name,
      startsOn: conferences.startsOn,
      endsOn: conferences.endsOn,
      registration: registrations.state,
      role: roles.role,
    })
    .from(conferences)
    .leftJoin(
      registrations,
      and(eq(registrations.conferenceId, conferences.id), eq(registrations.personId, person.personId)),
    )
    .leftJoin(roles, and(eq(roles.conferenceId, conferences.id), eq(roles.personId, person.personId)))
    .where(or(isNotNull(registrations.id), isNotNull(roles.role)))
    .orderBy(desc(conferences.startsOn));
  const mine = new Map<string, Omit<(typeof rows)[number], "role"> & { roles: Role[] }>();
  for (const { role, ...conference } of rows) {
    const known = mine.get(conference.id) ?? { ...conference, roles: [] };
    if (role) known.roles.push(role);
    mine.set(conference.id, known);
  }
  return [...mine.values()];
}

type Role = (typeof roles.role.enumValues)[number];
