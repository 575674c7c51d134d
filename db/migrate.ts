import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import { Logger, runMigrations } from "graphile-worker";
import postgres from "postgres";

const OLDEST = 15;
const LOCK = 7_240_320;
const MIGRATIONS = new URL("./migrations", import.meta.url).pathname;

/** Something the operator can mend; the message is a sentence. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

/**
 * Brings the database at `url` to this release: the tables, then the queue's own schema. Several servers may
 * do so at once: one works, the others wait up to five minutes. A statement that waits ten seconds (`patience`,
 * in milliseconds) for a lock that running servers hold gives up and leaves everything as it was.
 */
export async function migrate(url: string, patience = 10_000): Promise<void> {
  const sql = postgres(url, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: "openfloor migrations", lock_timeout: patience },
  });
  try {
    await refuseOldPostgres(sql);
    await sql`set lock_timeout = '5min'`;
    await sql`select pg_advisory_lock(${LOCK})`;
    await sql`select set_config('lock_timeout', ${String(patience)}, false)`;
    await applyMigrations(drizzle(sql), { migrationsFolder: decodeURIComponent(MIGRATIONS) });
    // It opens a connection of its own.
    await runMigrations({
      connectionString: withLockTimeout(url, patience),
      logger: new Logger(() => () => {}),
    });
  } catch (error) {
    throw explain(error);
  } finally {
    // The advisory lock ends with its session.
    await sql.end({ timeout: 5 });
  }
}

/** The same address, whose connections wait no longer than that for a lock. */
function withLockTimeout(url: string, milliseconds: number): string {
  const [address, query] = url.split("?", 2);
  const params = new URLSearchParams(query);
  params.set("options", `${params.get("options") ?? ""} -c lock_timeout=${milliseconds}`.trim());
  return `${address}?${params.toString().replaceAll("+", "%20")}`;
}

async function refuseOldPostgres(sql: postgres.Sql) {
  const [row] = await sql`select current_setting('server_version_num')::int / 10000 as major`;
  if (Number(row?.major) < OLDEST)
    throw new MigrationError(
      `The database is Postgres ${row?.major}; the portal needs Postgres ${OLDEST} or later.`,
    );
}

function explain(error: unknown): unknown {
  const { code, message } = causeOf(error);
  if (code === "55P03")
    return new MigrationError(
      "The database was too busy to be brought up to date: another program holds its tables. Nothing was changed; try again.",
      { cause: error },
    );
  if (code === "28P01" || code === "28000")
    return new MigrationError(`The database refuses the account or password in DATABASE_URL: ${message}`, {
      cause: error,
    });
  if (code === "3D000")
    return new MigrationError(
      `The database in DATABASE_URL does not exist: ${message}. Make it with createdb.`,
      { cause: error },
    );
  if (code === "42501")
    return new MigrationError(
      `The account in DATABASE_URL may not make tables in that database: ${message}. Make it the owner of the database.`,
      {
        cause: error,
      },
    );
  if (
    code &&
    ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "CONNECT_TIMEOUT", "57P03"].includes(code)
  )
    return new MigrationError(`The database in DATABASE_URL does not answer: ${message}`, { cause: error });
  return error;
}

/** Drizzle wraps what the driver threw. */
function causeOf(error: unknown): { code?: string; message: string } {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = (at as { code?: unknown }).code;
    if (typeof code === "string") return { code, message: at.message || code };
  }
  return { message: String(error) };
}
