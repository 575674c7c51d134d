import { type SQL, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { handedColumns } from "./rules";

/** Whose data: what rows are found by. */
export type Whose = { personId: string; number: number; email: string };

const registrationsOf = ({ personId }: Whose) =>
  sql`(select id from registrations where person_id = ${personId})`;

/** Which rows of a table are a person's. Every table that is handed out or erased stands here. */
const belonging: Record<string, (whose: Whose) => SQL> = {
  persons: ({ personId }) => sql`id = ${personId}`,
  registrations: ({ personId }) => sql`person_id = ${personId}`,
  answers: (whose) => sql`registration_id in ${registrationsOf(whose)}`,
  sensitive_answers: (whose) => sql`registration_id in ${registrationsOf(whose)}`,
  given_consents: (whose) => sql`registration_id in ${registrationsOf(whose)}`,
  // A sign-in mail is written before anyone knows whose address it is.
  outbox: ({ personId, email }) => sql`(person_id = ${personId} or recipient = ${email})`,
  auth_sessions: ({ personId }) => sql`person_id = ${personId}`,
  sign_in_requests: ({ email }) => sql`email = ${email}`,
  second_factors: ({ personId }) => sql`person_id = ${personId}`,
  owners: ({ personId }) => sql`person_id = ${personId}`,
  roles: ({ personId }) => sql`person_id = ${personId}`,
  audit_entries: (whose) => sql`(actor_number = ${whose.number}
    or (subject = 'person' and subject_id in (${whose.personId}, ${String(whose.number)}))
    or (subject = 'registration' and subject_id in (select id::text from ${registrationsOf(whose)} as own)))`,
  page_versions: ({ number }) => sql`author_number = ${number}`,
};

/** The condition on `table` for what belongs to a person. */
export function ofPerson(table: string, whose: Whose): SQL {
  const condition = belonging[table];
  if (!condition) throw new Error(`Nothing says which rows of ${table} are a person's: add it to belonging`);
  return condition(whose);
}

const conference = sql`(select name from conferences where conferences.id = held.conference_id)`;
const question = (reader: string) =>
  sql`(select coalesce(label ->> ${reader}, label ->> 'en') from questions where questions.id = held.question_id)`;

/** What makes rows readable that hold only ids: names of things, in the reader's language. */
const explained: Record<string, (reader: string) => Record<string, SQL>> = {
  registrations: (reader) => ({
    conference,
    slug: sql`(select slug from conferences where conferences.id = held.conference_id)`,
    time_zone: sql`(select time_zone from conferences where conferences.id = held.conference_id)`,
    type: sql`(select coalesce(name ->> ${reader}, name ->> 'en') from participant_types where participant_types.id = held.type_id)`,
  }),
  answers: (reader) => ({ question: question(reader) }),
  sensitive_answers: (reader) => ({ question: question(reader) }),
  given_consents: (reader) => ({
    wording: sql`(select coalesce(wording ->> ${reader}, wording ->> 'en') from consent_versions where consent_versions.id = held.consent_version_id)`,
    version: sql`(select version from consent_versions where consent_versions.id = held.consent_version_id)`,
  }),
  outbox: () => ({ conference }),
  roles: () => ({ conference }),
  audit_entries: () => ({ conference }),
  page_versions: () => ({
    page: sql`(select slug from pages where pages.id = held.page_id)`,
    title: sql`held.title`,
    language: sql`held.locale`,
    version: sql`held.version`,
    created_at: sql`held.created_at`,
  }),
};

// Newest first where there may be many.
const order: Record<string, SQL> = {
  outbox: sql`created_at desc`,
  audit_entries: sql`id desc`,
  auth_sessions: sql`last_seen_at desc`,
  registrations: sql`registered_at desc`,
};

export type HeldRow = Record<string, unknown>;

/**
 * Everything the portal holds about a person and may hand to them, by table; instants as ISO 8601 with their
 * offset. Only for the person: the actor is the proof.
 */
export async function findPersonalData(
  executor: Executor,
  whose: Whose,
  reader: string,
): Promise<Record<string, HeldRow[]>> {
  const found = [...handedColumns()].map(async ([table, columns]) => {
    const chosen = [
      ...columns.map((column) => handedColumn(table, column, whose)),
      ...Object.entries(explained[table]?.(reader) ?? {}).map(
        ([name, expression]) => sql`${expression} as ${sql.identifier(name)}`,
      ),
    ];
    const rows = await executor.execute<{ rows: HeldRow[] }>(sql`
      select coalesce(json_agg(found), '[]') as rows from (
        select ${sql.join(chosen, sql`, `)} from ${sql.identifier(table)} as held
        where ${ofPerson(table, whose)} order by ${order[table] ?? sql`1`}) as found`);
    return [table, rows[0]?.rows ?? []] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

/** A column as it is handed out. From whose network an entry about someone came is not theirs to know. */
function handedColumn(table: string, column: string, { number }: Whose): SQL {
  const name = sql.identifier(column);
  if (table === "audit_entries" && (column === "network" || column === "actor_number"))
    return sql`case when actor_number = ${number} then ${name} end as ${name}`;
  return sql`held.${name}`;
}
