import { and, asc, eq, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { auditEntries, persons } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import { type Failure, type FieldValues, fail, THEIRS } from "@/lib/result";
import type { DraftNoun } from "./mutations";

type Of = { noun: DraftNoun; id: string; since: number };
/** What stands now, as a form writes it. */
type Now = { version: number; values: FieldValues };

/**
 * The answer to a save that was made from an older version: which fields others changed since, what stands in
 * them now and who it was. What was typed stays; saved again, it counts as made from what stands now.
 */
export async function overtaken(
  executor: Executor,
  { conference }: Organiser,
  { noun, id, since }: Of,
  { version, values }: Now,
): Promise<Failure> {
  const entries = await executor
    .select({
      fields: sql<string[] | null>`${auditEntries.detail} -> 'fields'`,
      givenName: persons.givenName,
      familyName: persons.familyName,
      email: persons.email,
    })
    .from(auditEntries)
    .leftJoin(persons, eq(persons.number, auditEntries.actorNumber))
    .where(
      and(
        eq(auditEntries.conferenceId, conference.id),
        eq(auditEntries.subject, noun),
        eq(auditEntries.subjectId, id),
        sql`(${auditEntries.detail} ->> 'version')::int > ${since}`,
      ),
    )
    .orderBy(asc(auditEntries.id));
  const changed = new Set(entries.flatMap(({ fields }) => fields ?? []));
  const by = new Set(
    entries.map(
      ({ givenName, familyName, email }) =>
        [givenName, familyName].filter(Boolean).join(" ") || (email ?? ""),
    ),
  );
  const theirs = Object.keys(values).filter((name) => changed.has(name));
  return fail("changed-meanwhile", {
    values: {
      version: String(version),
      [THEIRS]: theirs,
      [`${THEIRS}.by`]: [...by].filter(Boolean).join(", "),
      ...Object.fromEntries(theirs.map((name) => [`${THEIRS}.${name}`, values[name] ?? ""])),
    },
  });
}
