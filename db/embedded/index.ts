import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import postgres from "postgres";
import { chooseAccount } from "./account";
import { prepareBinaries } from "./binaries";
import { claim } from "./claim";
import { makeCluster } from "./cluster";
import { chooseHome } from "./home";
import { keepSecret } from "./secret";
import { Server, type Settings } from "./server";

/**
 * The Postgres that comes with the portal, for an installation without a DATABASE_URL and for the tests.
 *
 * `dataDir` is the directory in which everything is kept: `postgres/` (the cluster), `postgres-password`
 * (0600) and `postgres.log`. It is made when missing. A Postgres left running by a process that was killed
 * is used again. Run by root, Postgres runs as another account, and when that account cannot reach
 * `dataDir` the data lies under /var/lib/openfloor; `home` of the answer says where.
 *
 * `log` gets sentences for the operator, only when there is something to say. `occupant` names who uses
 * the data (an address): a second caller who also passes one is refused with an EmbeddedError that names
 * the first. Without `occupant` any number of callers share the server, and the first `stop()` ends it.
 */
export type EmbeddedOptions = {
  dataDir: string;
  /** Without it the port of the last time is used again if it is free, else any free one. */
  port?: number;
  log: (sentence: string) => void;
  occupant?: string;
  /** false only for tests: a power cut then loses the data. */
  fsync?: boolean;
  /** Further settings, as `postgres -c name=value` takes them. */
  settings?: Settings;
};

export type Embedded = {
  /** The address of a database on this server, with account and password. */
  url: (database: string) => string;
  port: number;
  pid: number;
  home: string;
  binDir: string;
  /** Makes the database if it is missing. */
  ensureDatabase: (database: string) => Promise<void>;
  /** Stops Postgres: open transactions are rolled back, at most ten seconds. */
  stop: () => Promise<void>;
};

export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const asked = resolve(options.dataDir);
  mkdirSync(asked, { recursive: true });
  const account = chooseAccount(asked, options.log);
  const home = chooseHome(asked, account, options.log);
  const binaries = prepareBinaries(account, options.log);
  const password = keepSecret(join(home, "postgres-password"));
  const fsync = options.fsync ?? true;
  await makeCluster({ home, account, binaries, password, fsync, log: options.log });

  const settings = { ...options.settings, ...(fsync ? {} : { fsync: "off", full_page_writes: "off" }) };
  const server = new Server({ home, account, binaries, password, settings, log: options.log });
  await server.start(options.port);
  const url = (database: string) => server.url(database);
  try {
    const release = options.occupant ? await claim(url("postgres"), options.occupant) : async () => {};
    server.watch();
    return {
      url,
      port: server.port,
      get pid() {
        return server.pid;
      },
      home,
      binDir: binaries.bin,
      ensureDatabase: (database) => ensureDatabase(url("postgres"), database),
      stop: async () => {
        await release();
        await server.stop();
      },
    };
  } catch (error) {
    // Whoever holds the claim still needs the server: only the refusal is passed on.
    server.leave();
    throw error;
  }
}

async function ensureDatabase(url: string, database: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${database}`;
    if (!found) await sql`create database ${sql(database)}`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
