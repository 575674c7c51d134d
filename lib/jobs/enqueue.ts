import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { JobName, Jobs } from "./names";

type JobOptions = {
  /** A job of the same key that has not begun is replaced. */
  key?: string;
  /** Not before this instant of real time. */
  runAt?: Date;
  /** Lower runs first; 0 when not given. Sign-in mail overtakes announcements by this. */
  priority?: number;
};

/** Puts a job into the queue with the transaction `tx`: it exists if, and only when, that commits. */
export async function enqueue<Name extends JobName>(
  tx: Executor,
  name: Name,
  payload: Jobs[Name],
  options: JobOptions = {},
) {
  await tx.execute(sql`
    select from graphile_worker.add_job(
      ${name}::text,
      payload => ${JSON.stringify(payload)}::json,
      job_key => ${options.key ?? null}::text,
      run_at => ${options.runAt?.toISOString() ?? null}::timestamptz,
      priority => ${options.priority ?? null}::int
    )`);
}
