import { and, desc, eq, exists, isNotNull, ne, or, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { conferences, registrations, roles } from "@/db/schema";
import type { Person } from "@/lib/auth/actors";
import type { SignedIn } from "@/lib/auth/session";
import { initials } from "./rules";

/** What the header needs to know of someone at a conference. An unknown conference answers as if they had no part in it. */
export async function findStanding(executor: Executor, person: SignedIn, slug: string) {
  const registered = executor
    .select({ id: registrations.id })
    .from(registrations)
    .where(
      and(
        eq(registrations.conferenceId, conferences.id),
        eq(registrations.personId, person.personId),
        ne(registrations.state, "cancelled"),
      ),
    );
  const organises = executor
    .select({ role: roles.role })
    .from(roles)
    .where(
      and(
        eq(roles.conferenceId, conferences.id),
        eq(roles.personId, person.personId),
        eq(roles.role, "organiser"),
      ),
    );
  const [row] = await executor
    .select({
      // Not in words of SQL: of a single table the names of its columns stand alone, and a subquery takes them for its own.
      registered: sql<boolean>`${exists(registered)}`,
      organiser: sql<boolean>`${exists(organises)}`,
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
