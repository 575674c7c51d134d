import "server-only";
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { cache } from "react";
import type { Executor } from "@/db/client";
import { answers, participantTypes, persons, questions, registrations } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import type { RegistrationState } from "@/lib/moves/rules";
import { type Filter, isFiltered, type Sort, searchWords, type View } from "./rules";

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

/** `arrival` makes every order total, so that no row is on two pages. */
export const orders = {
  newest: [desc(registrations.arrival)],
  oldest: [asc(registrations.arrival)],
  name: [asc(registrations.familyName), asc(registrations.givenName), asc(registrations.arrival)],
  organisation: [asc(registrations.organisation), asc(registrations.arrival)],
  country: [asc(registrations.country), asc(registrations.arrival)],
} satisfies Record<Sort, SQL[]>;

type Counts = Record<RegistrationState, number>;

/** One page of the registrations that fit, and how many fit by state, whatever state the filter asks for. */
export async function listRegistrations(executor: Executor, organiser: Organiser, view: View) {
  const { arrivals, counts } = view.filter.search
    ? await searchPage(executor, organiser, view)
    : await indexPage(executor, organiser, view);
  if (arrivals.length === 0) return { rows: [], counts };
  const rows = await executor
    .select({
      id: registrations.id,
      state: registrations.state,
      typeId: registrations.typeId,
      givenName: registrations.givenName,
      familyName: registrations.familyName,
      email: persons.email,
      organisation: registrations.organisation,
      country: registrations.country,
      registeredAt: registrations.registeredAt,
      offeredUntil: registrations.offeredUntil,
      checkedInAt: registrations.checkedInAt,
      cancelReason: registrations.cancelReason,
    })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .where(
      and(eq(registrations.conferenceId, organiser.conference.id), inArray(registrations.arrival, arrivals)),
    )
    .orderBy(...orders[view.sort]);
  return { rows, counts };
}

/** Without a search an index finds the page: every order ends in `arrival`, so the rows before it are not read. */
async function indexPage(executor: Executor, organiser: Organiser, { filter, sort, size, page }: View) {
  const [found, counts] = await Promise.all([
    executor
      .select({ arrival: registrations.arrival })
      .from(registrations)
      .where(fits(organiser.conference.id, filter))
      .orderBy(...orders[sort])
      .limit(size)
      .offset((page - 1) * size),
    countByState(executor, organiser, filter),
  ]);
  return { arrivals: found.map(({ arrival }) => arrival), counts };
}

// Only what the order needs: fifty thousand rows may have to be kept until they are sorted.
const sorted = {
  newest: sql`arrival`,
  oldest: sql`arrival`,
  name: sql`family_name, given_name, arrival`,
  organisation: sql`organisation, arrival`,
  country: sql`country, arrival`,
} satisfies Record<Sort, SQL>;

/** A search reads every registration, so it does that once, for the page and for the counts. */
async function searchPage(executor: Executor, { conference }: Organiser, { filter, sort, size, page }: View) {
  const order = sql.join(orders[sort], sql`, `);
  const rows = await executor.execute<{
    arrival: string | null;
    state: RegistrationState;
    count: number;
  }>(sql`
    with found as materialized (
      select * from (
        select state, ${sorted[sort]} from ${registrations}
        where ${fits(conference.id, { ...filter, state: null })}) as registrations),
    page as (
      select arrival, state from found as registrations
      where ${filter.state}::registration_state is null or state = ${filter.state}::registration_state
      order by ${order} limit ${size} offset ${(page - 1) * size})
    select null::bigint as arrival, state, count(*)::int as count from found group by state
    union all select arrival, state, 0 from page`);
  const counts = nobody();
  for (const { arrival, state, count } of rows) if (arrival === null) counts[state] = count;
  return { arrivals: rows.flatMap(({ arrival }) => (arrival === null ? [] : Number(arrival))), counts };
}

const nobody = (): Counts => ({ pending: 0, confirmed: 0, waitlisted: 0, offered: 0, cancelled: 0 });

const states = (executor: Executor, which: SQL | undefined) =>
  executor
    .select({ state: registrations.state, count: count() })
    .from(registrations)
    .where(which)
    .groupBy(registrations.state);

// The navigation and the list ask the same in one request.
const allStates = cache((executor: Executor, conferenceId: string) =>
  states(executor, eq(registrations.conferenceId, conferenceId)),
);

/** How many fit, by state, whatever state the filter asks for. */
export async function countByState(
  executor: Executor,
  { conference }: Organiser,
  filter: Filter,
): Promise<Counts> {
  const anyState = { ...filter, state: null };
  const rows = isFiltered(anyState)
    ? await states(executor, fits(conference.id, anyState))
    : await allStates(executor, conference.id);
  const counts = nobody();
  for (const { state, count } of rows) counts[state] = count;
  return counts;
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

/** Who waits, in order of arrival with the place in line, and before them who has an offer open. */
export async function listWaiting(executor: Executor, { conference }: Organiser, page: number, size: number) {
  const columns = {
    id: registrations.id,
    givenName: registrations.givenName,
    familyName: registrations.familyName,
    organisation: registrations.organisation,
    typeId: registrations.typeId,
    registeredAt: registrations.registeredAt,
    offeredUntil: registrations.offeredUntil,
  };
  const inState = (state: RegistrationState) =>
    and(eq(registrations.conferenceId, conference.id), eq(registrations.state, state));
  const [offered, waiting] = await Promise.all([
    executor
      .select(columns)
      .from(registrations)
      .where(inState("offered"))
      .orderBy(asc(registrations.offeredUntil), asc(registrations.arrival))
      .limit(500),
    executor
      .select(columns)
      .from(registrations)
      .where(inState("waitlisted"))
      .orderBy(asc(registrations.arrival))
      .limit(size)
      .offset((page - 1) * size),
  ]);
  return {
    offered,
    waiting: waiting.map((one, index) => ({ ...one, position: (page - 1) * size + index + 1 })),
  };
}
