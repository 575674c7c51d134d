import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Embedded, startEmbedded } from "@/db/embedded";

let dataDir: string;
let said: string[];
const running: { stop: () => Promise<void> }[] = [];

beforeEach(() => {
  // A space, because projects are cloned into directories with spaces.
  dataDir = mkdtempSync(join(tmpdir(), "openfloor embedded "));
  chmodSync(dataDir, 0o755);
  said = [];
});

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(occupant?: string): Promise<Embedded> {
  const server = await startEmbedded({
    dataDir,
    occupant,
    fsync: false,
    log: (sentence) => said.push(sentence),
  });
  running.push(server);
  return server;
}

async function ask<T>(server: Embedded, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(server.url("postgres"), { max: 1, onnotice: () => {}, connect_timeout: 5 });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** Another process that starts the database and is then killed, as `kill -9` of the portal does. */
async function startElsewhereAndKill(): Promise<number> {
  const script = `
    import("./db/embedded/index.ts").then(async ({ startEmbedded }) => {
      const server = await startEmbedded({ dataDir: process.argv[1], fsync: false, log: () => {}, occupant: "http://killed" });
      console.log(server.pid);
      setInterval(() => {}, 1000);
    });`;
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", "-e", script, dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const pid = await new Promise<number>((resolve, reject) => {
    child.stdout?.once("data", (line) => resolve(Number(line)));
    child.once("exit", () => reject(new Error("it ended before it had started the database")));
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
  return pid;
}

test("what is written survives stopping and starting; the password is for its owner only", async () => {
  const first = await start();
  await ask(first, (sql) => sql`create table kept as select 42 as answer`);
  expect(statSync(join(first.home, "postgres-password")).mode & 0o777).toBe(0o600);
  await first.stop();
  const second = await start();
  expect(await ask(second, (sql) => sql`select answer from kept`)).toMatchObject([{ answer: 42 }]);
  expect(said).toEqual([]);
});

test("it listens on this machine only, in UTF-8, sorted by code, and without a password nobody comes in", async () => {
  const server = await start();
  const [row] = await ask(
    server,
    (sql) => sql`
      select current_setting('listen_addresses') as listens, current_setting('server_encoding') as encoding,
        datlocprovider as provider, datcollate as collation from pg_database where datname = 'postgres'`,
  );
  expect(row).toEqual({ listens: "127.0.0.1", encoding: "UTF8", provider: "i", collation: "C" });
  const stranger = postgres(server.url("postgres").replace(/:[0-9a-f]{64}@/, ":wrong@"), { max: 1 });
  await expect(stranger`select 1`).rejects.toMatchObject({ code: "28P01" });
  await stranger.end();
});

test("a Postgres whose starter was killed is used again", async () => {
  const orphan = await startElsewhereAndKill();
  const server = await start("http://again");
  expect(server.pid).toBe(orphan);
  expect(await ask(server, (sql) => sql`select 1 as one`)).toMatchObject([{ one: 1 }]);
});

test("a Postgres that is killed is started again at the same port, with what was written", async () => {
  const server = await start("http://here");
  const before = server.pid;
  await ask(server, (sql) => sql`create table kept as select 7 as answer`);
  process.kill(before, "SIGKILL");
  for (let tries = 0; tries < 100 && server.pid === before; tries++) await wait(100);
  expect(server.pid).not.toBe(before);
  await expect
    .poll(() => ask(server, (sql) => sql`select answer from kept`).catch(() => []), { timeout: 5000 })
    .toMatchObject([{ answer: 7 }]);
});

test("a second start on the same data is refused and told who has it; afterwards it may", async () => {
  const first = await start("http://localhost:3000");
  await expect(start("http://localhost:3001")).rejects.toThrow(
    "The portal already runs on this data, at http://localhost:3000",
  );
  expect(await ask(first, (sql) => sql`select 1 as one`)).toMatchObject([{ one: 1 }]);
  await first.stop();
  await start("http://localhost:3001");
});

test("two starts at the same instant on no data make one cluster", async () => {
  const [a, b] = await Promise.all([startElsewhere(), startElsewhere()]);
  expect(a.pid).toBe(b.pid);
  const server = await start();
  expect(server.pid).toBe(a.pid);

  async function startElsewhere() {
    const script = `import("./db/embedded/index.ts").then(async ({ startEmbedded }) => {
      const { pid } = await startEmbedded({ dataDir: process.argv[1], fsync: false, log: () => {} });
      console.log(pid); process.exit(0); });`;
    const child = spawn(process.execPath, ["--import", "tsx", "-e", script, dataDir], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const line = await new Promise<string>((resolve) =>
      child.stdout.once("data", (data) => resolve(String(data))),
    );
    return { pid: Number(line) };
  }
});

test("a cluster that was never finished is put aside and made anew; a draft of a killed start is removed", async () => {
  mkdirSync(join(dataDir, "postgres"));
  writeFileSync(join(dataDir, "postgres", "PG_VERSION"), "18\n");
  // No process can have this number: it is above the largest that Linux gives.
  mkdirSync(join(dataDir, "postgres-draft-99999999", "data"), { recursive: true });
  const server = await start();
  expect(await ask(server, (sql) => sql`select 1 as one`)).toMatchObject([{ one: 1 }]);
  expect(said.join()).toContain("was never finished");
  const names = readdirSync(dataDir);
  expect(names.some((name) => name.startsWith("postgres-incomplete-"))).toBe(true);
  expect(names.some((name) => name.startsWith("postgres-draft-"))).toBe(false);
});

test("a pid file whose number now belongs to another process does not keep Postgres from starting", async () => {
  const first = await start();
  await first.stop();
  const file = join(dataDir, "postgres", "postmaster.pid");
  writeFileSync(
    file,
    `${process.ppid}\n${join(dataDir, "postgres")}\n1700000000\n${first.port}\n\n127.0.0.1\n\nready\n`,
  );
  const second = await start();
  expect(second.pid).not.toBe(process.ppid);
  expect(readFileSync(file, "utf8").split("\n")[0]).toBe(String(second.pid));
});

test("data of another Postgres is not touched, and the sentence says what to do", async () => {
  const first = await start();
  await first.stop();
  writeFileSync(join(dataDir, "postgres", "PG_VERSION"), "17\n");
  await expect(start()).rejects.toThrow(/made by Postgres 17, and this release brings Postgres 18/);
});
