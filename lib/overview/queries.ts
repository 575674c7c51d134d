import "server-only";
import { and, asc, count, desc, eq, inArray, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import {
  consents,
  outbox,
  pages,
  pageVersions,
  participantTypes,
  registrations,
  roles,
  secondFactors,
} from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import { endOfDay } from "@/lib/local-time";
import { textPages } from "@/lib/pages/rules";
import { findPlaceCount } from "@/lib/places/queries";
import type { OverviewFacts } from "./rules";

const iso = (at: Date) => sql`${at.toISOString()}::timestamptz`;

/** What the overview needs to know, in a few statements that run side by side. `now` is the conference's clock. */
export async function findOverviewFacts(
  executor: Executor,
  { conference }: Organiser,
  now: Date,
): Promise<OverviewFacts> {
  const { id } = conference;
  const soon = new Date(now.getTime() + 24 * 3_600_000);
  const [[people], [mails], [set], waiting, places] = await Promise.all([
    executor
      .select({
        pending: sql<number>`count(*) filter (where ${registrations.state} = 'pending')::int`,
        since:
          sql<Date | null>`min(${registrations.registeredAt}) filter (where ${registrations.state} = 'pending')`.mapWith(
            registrations.registeredAt,
          ),
        endingSoon: sql<number>`count(*) filter (where ${registrations.offeredUntil} <= ${iso(soon)})::int`,
        next: sql<Date | null>`min(${registrations.offeredUntil})`.mapWith(registrations.registeredAt),
      })
      .from(registrations)
      .where(and(eq(registrations.conferenceId, id), inArray(registrations.state, ["pending", "offered"]))),
    executor
      .select({
        failed: sql<number>`count(*) filter (where ${outbox.state} = 'failed')::int`,
        failedSince:
          sql<Date | null>`min(${outbox.createdAt}) filter (where ${outbox.state} = 'failed')`.mapWith(
            outbox.createdAt,
          ),
        stuck: sql<number>`count(*) filter (where ${stuck})::int`,
        stuckSince: sql<Date | null>`min(${outbox.dueAt}) filter (where ${stuck})`.mapWith(outbox.dueAt),
      })
      .from(outbox)
      .where(and(eq(outbox.conferenceId, id), inArray(outbox.state, ["failed", "queued", "sending"]))),
    executor.execute<Settled>(sql`
      select
        (select count(*)::int from ${roles} left join ${secondFactors} on ${secondFactors.personId} = ${roles.personId}
          where ${roles.conferenceId} = ${id} and ${roles.role} = 'organiser' and ${secondFactors.confirmedAt} is null)
          as "withoutSecondFactor",
        (select count(*)::int from ${consents} where ${consents.conferenceId} = ${id} and ${consents.archivedAt} is null)
          as consents,
        (select count(distinct ${pages.slug})::int from ${pages}
          join ${pageVersions} on ${pageVersions.pageId} = ${pages.id} and ${pageVersions.body} <> ''
          where ${pages.conferenceId} = ${id} and ${pages.slug} in ${textPages}) as written`),
    executor
      .select({ typeId: registrations.typeId, count: count() })
      .from(registrations)
      .where(and(eq(registrations.conferenceId, id), eq(registrations.state, "waitlisted")))
      .groupBy(registrations.typeId),
    findPlaceCount(executor, id, now),
  ]);
  if (!people || !mails || !set) throw new Error("An aggregate without a row");
  const line = new Map(waiting.map(({ typeId, count }) => [typeId, count]));
  return {
    mode: conference.mode,
    registration: conference.windows.registration,
    endsAt: endOfDay(conference.endsOn, conference.timeZone),
    pending: { count: people.pending, since: people.since },
    offers: { endingSoon: people.endingSoon, next: people.next },
    types: Object.entries(places.types).map(([typeId, { capacity, left }]) => ({
      id: typeId,
      capacity,
      left,
      waiting: line.get(typeId) ?? 0,
    })),
    mails,
    withoutSecondFactor: set.withoutSecondFactor,
    consents: set.consents,
    emptyPages: textPages.length - set.written,
    contact: Boolean(conference.contactEmail),
  };
}

type Settled = { withoutSecondFactor: number; consents: number; written: number };

// A mail that waits ten minutes for its turn waits for something that does not come by itself.
const stuck = sql`${outbox.state} in ('queued', 'sending') and ${outbox.dueAt} < now() - interval '10 minutes'`;

/** The figures of the overview: by participant type, by country, by day, and of the mails. */
export async function findFigures(executor: Executor, { conference }: Organiser) {
  const { id, timeZone } = conference;
  const day = sql<string>`to_char(${registrations.registeredAt} at time zone ${sql.raw(quoted(timeZone))}, 'YYYY-MM-DD')`;
  const [byType, byCountry, byDay, [mails]] = await Promise.all([
    executor
      .select({
        id: participantTypes.id,
        name: participantTypes.name,
        capacity: participantTypes.capacity,
        taken: sql<number>`count(*) filter (where ${registrations.state} in ('confirmed', 'offered'))::int`,
        waiting: sql<number>`count(*) filter (where ${registrations.state} = 'waitlisted')::int`,
      })
      .from(participantTypes)
      .leftJoin(registrations, eq(registrations.typeId, participantTypes.id))
      .where(eq(participantTypes.conferenceId, id))
      .groupBy(participantTypes.id)
      .orderBy(asc(participantTypes.position), asc(participantTypes.id)),
    executor
      .select({ code: registrations.country, count: count() })
      .from(registrations)
      .where(and(eq(registrations.conferenceId, id), eq(registrations.state, "confirmed")))
      .groupBy(registrations.country)
      .orderBy(desc(count()), asc(registrations.country)),
    executor
      .select({ day, count: count() })
      .from(registrations)
      .where(eq(registrations.conferenceId, id))
      .groupBy(day)
      .orderBy(day),
    executor
      .select({
        all: count(),
        failed: sql<number>`count(*) filter (where ${outbox.state} = 'failed')::int`,
        kept: sql<number>`count(*) filter (where ${outbox.state} = 'kept')::int`,
      })
      .from(outbox)
      .where(eq(outbox.conferenceId, id)),
  ]);
  return { byType, byCountry, byDay, mails: mails ?? { all: 0, failed: 0, kept: 0 } };
}

// GROUP BY must see the same expression as SELECT, and two parameters are never the same to it.
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
