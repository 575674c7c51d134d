import "server-only";
import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { outbox, registrations } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";

/** The numbers beside the entries of the navigation: people who are registered, people who wait, mails that failed. */
export async function countForNavigation(executor: Executor, { conference }: Organiser) {
  const [row] = await executor.execute<{ registered: number; waiting: number; failed: number }>(sql`
    select
      count(*) filter (where ${registrations.state} <> 'cancelled')::int as registered,
      count(*) filter (where ${registrations.state} in ('waitlisted', 'offered'))::int as waiting,
      (select count(*)::int from ${outbox}
        where ${outbox.conferenceId} = ${conference.id} and ${outbox.state} = 'failed') as failed
    from ${registrations} where ${registrations.conferenceId} = ${conference.id}`);
  return row ?? { registered: 0, waiting: 0, failed: 0 };
}
