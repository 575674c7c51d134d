import "server-only";
import { and, asc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { answers, participantTypes, persons, questions, registrations } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import { type Filter, searchWords } from "./rules";

const containing = (word: string) => sql`'%' || ${word.replace(/[\\%_]/g, "\\$&")}::text || '%'`;

/**
 * A word is found in a name, an organisation or an address, whatever its accents and capitals. The patterns are
 * subselects so that they are folded once: a prepared statement would fold them again for every row.
 */
const found = (word: string) =>
  or(
    sql`${registrations.search} like (select fold(${containing(word)}))`,
    inArray(
      registrations.personId,
      sql`(select ${persons.id} from ${persons} where ${persons.email} like (select lower(${containing(word)})))`,
    ),
  );

/** The condition of a filter, always within one conference. */
export function fits(conferenceId: string, { search, ...filter }: Filter): SQL | undefined {
  return and(
    eq(registrations.conferenceId, conferenceId),
    filter.state ? eq(registrations.state, filter.state) : undefined,
    filter.typeId ? eq(registrations.typeId, filter.typeId) : undefined,
    filter.country ? eq(registrations.country, filter.country) : undefined,
    filter.checkedIn === "yes" ? isNotNull(registrations.checkedInAt) : undefined,
    filter.checkedIn === "no" ? isNull(registrations.checkedInAt) : undefined,
    filter.answer
      ? sql`exists (select from ${answers} where ${answers.registrationId} = ${registrations.id}
          and ${answers.questionId} = ${filter.answer.questionId}
          and (${answers.value} @> to_jsonb(${filter.answer.value}::text) or ${answers.value}::text = ${filter.answer.value}))`
      : undefined,
    ...searchWords(search).map(found),
  );
}

/** Steps through the index from one country to the next instead of reading every registration. */
async function listCountryCodes(executor: Executor, conferenceId: string): Promise<string[]> {
  const after = (code: SQL) => sql`(select ${registrations.country} from ${registrations}
    where ${registrations.conferenceId} = ${conferenceId} and ${registrations.country} > ${code}
    order by ${registrations.country} limit 1)`;
  const rows = await executor.execute<{ code: string }>(sql`
    with recursive found(code) as (
      select ${after(sql`''`)} union all select ${after(sql`code`)} from found where code is not null)
    select code from found where code is not null`);
  return rows.map(({ code }) => code);
}

/** What one may filter by: participant types, countries that occur, questions with few answers. */
export async function listChoices(executor: Executor, { conference }: Organiser) {
  const [types, countries, asked] = await Promise.all([
    executor
      .select({
        id: participantTypes.id,
        name: participantTypes.name,
        archivedAt: participantTypes.archivedAt,
      })
      .from(participantTypes)
      .where(eq(participantTypes.conferenceId, conference.id))
      .orderBy(asc(participantTypes.position), asc(participantTypes.id)),
    listCountryCodes(executor, conference.id),
    executor
      .select({ id: questions.id, kind: questions.kind, label: questions.label, options: questions.options })
      .from(questions)
      .where(
        and(
          eq(questions.conferenceId, conference.id),
          // Sensitive answers are nothing to filter by: whoever needs them exports them, and that is audited.
          eq(questions.sensitive, false),
          inArray(questions.kind, ["one-of", "several-of", "yes-no"]),
        ),
      )
      .orderBy(asc(questions.position), asc(questions.id)),
  ]);
  return { types, countries, questions: asked };
}
