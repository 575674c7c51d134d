import { type SQL, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { handedColumns } from "@/lib/personal-columns/rules";

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
  seats: (whose) => sql`registration_id in ${registrationsOf(whose)}`,
  feedback: (whose) => sql`registration_id in ${registrationsOf(whose)}`,
  commitments: ({ personId }) => sql`person_id = ${personId}`,
  stars: ({ personId }) => sql`person_id = ${personId}`,
  feeds: ({ personId }) => sql`person_id = ${personId}`,
  given_consents: (whose) => sql`registration_id in ${registrationsOf(whose)}`,
  // A sign-in mail is written before anyone knows whose address it is.
  outbox: ({ personId, email }) => sql`(person_id = ${personId} or recipient = ${email})`,
  auth_sessions: ({ personId }) => sql`person_id = ${personId}`,
  sign_in_requests: ({ email }) => sql`email = ${email}`,
  second_factors: ({ personId }) => sql`person_id = ${personId}`,
  owners: ({ personId }) => sql`person_id = ${personId}`,
  roles: ({ personId }) => sql`person_id = ${personId}`,
  session_hosts: ({ personId }) => sql`person_id = ${personId}`,
  audit_entries: (whose) => sql`(actor_number = ${whose.number}
    or (subject = 'person' and subject_id in (${whose.personId}, ${String(whose.number)}))
    or (subject = 'registration' and subject_id in (select id::text from ${registrationsOf(whose)} as own)))`,
  page_versions: ({ number }) => sql`author_number = ${number}`,
  releases: ({ number }) => sql`published_by = ${number}`,
};

/** The condition on `table` for what belongs to a person. */
export function ofPerson(table: string, whose: Whose): SQL {
  const condition = belonging[table];
  if (!condition) throw new Error(`Nothing says which rows of ${table} are a person's: add it to belonging`);
  return condition(whose);
}

const ofConference = (column: "name" | "slug" | "time_zone") =>
  sql`(select ${sql.identifier(column)} from conferences where conferences.id = held.conference_id)`;

/** A text in the reader's language, else in English, else in any. */
const inLanguage = (column: SQL, reader: string) =>
  sql`(select value from jsonb_each_text(${column}) order by key = ${reader} desc, key = 'en' desc limit 1)`;

/** A question, and its answer as people read it: the labels of what was chosen. */
const questionAndAnswer = (reader: string) => ({
  kind: sql`(select kind from questions where questions.id = held.question_id)`,
  question: sql`(select ${inLanguage(sql`label`, reader)} from questions where questions.id = held.question_id)`,
  answer: sql`(select jsonb_agg(coalesce(${inLanguage(sql`option -> 'label'`, reader)}, chosen)) from questions
    cross join jsonb_array_elements_text(
      case jsonb_typeof(held.value) when 'array' then held.value else jsonb_build_array(held.value) end) as chosen
    left join jsonb_array_elements(questions.options) as option on option ->> 'value' = chosen
    where questions.id = held.question_id)`,
});

const consentVersion = (column: SQL) =>
  sql`(select ${column} from consent_versions where consent_versions.id = held.consent_version_id)`;

/** What makes rows readable that hold only ids: names of things, in the reader's language. */
const explained: Record<string, (reader: string) => Record<string, SQL>> = {
  registrations: (reader) => ({
    conference: ofConference("name"),
    slug: ofConference("slug"),
    time_zone: ofConference("time_zone"),
    type: sql`(select ${inLanguage(sql`name`, reader)} from participant_types where participant_types.id = held.type_id)`,
  }),
  answers: questionAndAnswer,
  sensitive_answers: questionAndAnswer,
  given_consents: (reader) => ({
    wording: consentVersion(inLanguage(sql`wording`, reader)),
    version: consentVersion(sql`version`),
  }),
  seats: () => ({
    conference: ofConference("name"),
    session: sql`(select title from sessions where sessions.id = held.session_id)`,
  }),
  commitments: () => ({ conference: ofConference("name") }),
  stars: () => ({
    conference: ofConference("name"),
    session: sql`(select title from sessions where sessions.id = held.session_id)`,
  }),
  feedback: () => ({
    conference: ofConference("name"),
    session: sql`(select title from sessions where sessions.id = held.session_id)`,
  }),
  feeds: () => ({ conference: ofConference("name") }),
  outbox: () => ({ conference: ofConference("name") }),
  roles: () => ({ conference: ofConference("name") }),
  session_hosts: () => ({ session: sql`(select title from sessions where sessions.id = held.session_id)` }),
  audit_entries: () => ({ conference: ofConference("name") }),
  page_versions: () => ({
    page: sql`(select slug from pages where pages.id = held.page_id)`,
    title: sql`held.title`,
    language: sql`held.locale`,
    version: sql`held.version`,
    created_at: sql`held.created_at`,
  }),
  releases: () => ({
    conference: ofConference("name"),
    number: sql`held.number`,
    name: sql`held.name`,
    created_at: sql`held.created_at`,
  }),
};

// As the organiser asks; newest first where there may be many.
const order: Record<string, SQL> = {
  answers: sql`(select position from questions where questions.id = held.question_id)`,
  sensitive_answers: sql`(select position from questions where questions.id = held.question_id)`,
  outbox: sql`created_at desc`,
  audit_entries: sql`id desc`,
  auth_sessions: sql`last_seen_at desc`,
  registrations: sql`registered_at desc`,
  seats: sql`arrival desc`,
  commitments: sql`during`,
  stars: sql`created_at`,
  feedback: sql`given_at desc`,
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
