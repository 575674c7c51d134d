import postgres from "postgres";
import { log } from "@/lib/log";

const EVERY = 20_000;
const PREFIX = "openfloor jobs ";

/**
 * A server that is killed leaves its jobs locked, and the queue would free them only after four hours. So each
 * holds a database session that bears the name of its worker pool, and every server frees the jobs of pools
 * whose session is gone. A session that broke comes back within the minute that a lock must be old.
 */
export function keepAlive(databaseUrl: string, poolId: string): () => Promise<void> {
  const sql = postgres(databaseUrl, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { application_name: (PREFIX + poolId).slice(0, 63), statement_timeout: 10_000 },
  });
  const freeAbandoned = async () => {
    try {
      await sql`
        select graphile_worker.force_unlock_workers(array_agg(distinct j.locked_by))
        from graphile_worker._private_jobs j
        where j.locked_by is not null and j.locked_at < now() - interval '1 minute'
          and not exists (
            select from pg_stat_activity a
            where a.datname = current_database() and a.application_name = left(${PREFIX}::text || j.locked_by, 63))
        having count(*) > 0`;
    } catch (error) {
      // The next round tries again; whoever waits for the database says so already.
      log.debug({ err: error }, "abandoned jobs could not be looked for");
    }
  };
  void freeAbandoned();
  const timer = setInterval(freeAbandoned, EVERY);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await sql.end({ timeout: 1 });
  };
}
