import postgres from "postgres";
import { EmbeddedError } from "./error";

// Any number, as long as no other lock of the portal on the database "postgres" uses it.
const LOCK = 7_240_319;
const PREFIX = "openfloor at ";

/**
 * Takes the data for `occupant`. The claim is a lock of a database session, so it ends with the process,
 * however that ends, and no file can be left behind. Its session's name tells others who has it.
 */
export async function claim(url: string, occupant: string): Promise<() => Promise<void>> {
  const sql = postgres(url, {
    max: 1,
    // For ever: a session that is closed when idle would give up the claim.
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => {},
    // After a restart of Postgres the session must be taken again, unasked.
    onclose: () => {
      if (!released) setTimeout(() => take().catch(() => {}), 1000).unref();
    },
    connection: { application_name: (PREFIX + occupant).slice(0, 63) },
  });
  let released = false;
  const take = async () => {
    const [row] = await sql`select pg_try_advisory_lock(${LOCK}) as taken`;
    return row?.taken === true;
  };
  const release = async () => {
    released = true;
    await sql.end({ timeout: 2 });
  };
  // A portal killed an instant ago: Postgres needs a moment to notice that its session is gone.
  for (let attempt = 0; attempt < 10; attempt++) {
    if (await take()) return release;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const [holder] = await sql`
    select application_name from pg_stat_activity join pg_locks using (pid)
    where locktype = 'advisory' and objid = ${LOCK} and granted limit 1`;
  await release();
  const where = String(holder?.application_name ?? "").replace(PREFIX, "");
  throw new EmbeddedError(
    `The portal already runs on this data${where ? `, at ${where}` : ""}. Stop it first, or use other data with OPENFLOOR_DATA=<directory>.`,
  );
}
