import "server-only";
import { and, asc, count, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { cache } from "react";
import type { Executor } from "@/db/client";
import { persons, registrations } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import { fits } from "@/lib/registration-filters/queries";
import { type Filter, isFiltered } from "@/lib/registration-filters/rules";
import type { RegistrationState } from "@/lib/registration-states/rules";
import type { Sort, View } from "./rules";

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
