import { eq, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { conferences, registrations, roles } from "@/db/schema";
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
