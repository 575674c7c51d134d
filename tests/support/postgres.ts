import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { startEmbedded } from "@/db/embedded";

/** A Postgres server for one test run; `root` is the address of a database from which others are made. */
export type TestServer = { root: string; stop: () => Promise<void> };

/** The address of another database on the same server. */
function onServer(root: string, database: string): string {
  const url = new URL(root);
  url.pathname = `/${database}`;
  return url.href;
}

/**
 * The server named by TEST_DATABASE_URL or DATABASE_URL, else an embedded one that leaves nothing behind.
 * Without fsync it is quicker; what is measured runs with it, as an installation does.
 */
export async function startTestServer({ fsync = false } = {}): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL;
  if (given) return { root: given, stop: async () => {} };
  const dataDir = await mkdtemp(path.join(tmpdir(), "openfloor-test-"));
  // As root, Postgres runs as another user, who must be able to enter.
  await chmod(dataDir, 0o755);
  const said: string[] = [];
  try {
    const server = await startEmbedded({
      dataDir,
      log: (sentence) => said.push(sentence),
      fsync,
      settings: { max_connections: "300" },
    });
    const directories = [...new Set([server.home, dataDir])];
    const keeper = spawn(process.execPath, ["tests/support/keeper.mjs", ...directories], {
      detached: true,
      stdio: ["pipe", "ignore", "ignore"],
    });
    keeper.unref();
    return {
      root: server.url("postgres"),
      stop: async () => {
        await server.stop();
        keeper.stdin?.end();
        for (const directory of directories) await rm(directory, { recursive: true, force: true });
      },
    };
  } catch (error) {
    throw new Error(`The Postgres of the tests does not start.\n${said.join("\n")}`, { cause: error });
  }
}

async function run<T>(root: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(root, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Makes an empty database, or a copy of `template`, to which nobody may be connected. Answers its address. */
export async function makeDatabase(root: string, label: string, template?: string): Promise<string> {
  const name = `${label}_${randomUUID().slice(0, 8)}`;
  await run(root, async (sql) => {
    if (template) await sql`create database ${sql(name)} template ${sql(databaseOf(template))}`;
    else await sql`create database ${sql(name)}`;
  });
  return onServer(root, name);
}

export async function dropDatabase(root: string, url: string) {
  await run(root, (sql) => sql`drop database if exists ${sql(databaseOf(url))} with (force)`);
}

const databaseOf = (url: string) => new URL(url).pathname.slice(1);
