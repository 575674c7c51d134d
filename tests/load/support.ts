import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { connect, type Database } from "@/db/client";
import { freePort } from "@/db/embedded/ports";
import { migrate } from "@/db/migrate";
import { authSessions } from "@/db/schema";
import { loadDemonstration } from "@/db/seed/demonstration";
import { demonstrationTools } from "@/lib/demonstration";
import { ticketDrawer } from "@/lib/tickets/mutations";
import { buildIfStale } from "@/scripts/start/build";
import { makeDatabase, startTestServer } from "@/tests/support/postgres";
import { SECRET, type ServerProcess, startServer } from "@/tests/support/server-process";

export type Figures = Record<string, number | string | boolean>;

/** One thing that is measured. `demand` says what must hold of the figures; each sentence is shown with its outcome. */
export type Bench = { figures: Figures; demands: { sentence: string; holds: boolean }[] };

export type Ground = {
  /** A database of its own with the demonstration. */
  database: () => Promise<string>;
  open: (url: string, connections?: number) => ReturnType<typeof connect>;
  server: (database: string, extra?: Record<string, string>) => Promise<ServerProcess>;
  end: () => Promise<void>;
};

/** Embedded Postgres with fsync on, as an installation has it; a template with the demonstration; servers on free ports. */
export async function layGround(): Promise<Ground> {
  const cluster = await startTestServer({ fsync: true });
  const template = await makeDatabase(cluster.root, "openfloor_load");
  await migrate(template);
  const { db, sql } = connect(template, 2);
  await loadDemonstration(db, demonstrationTools(ticketDrawer(SECRET)));
  await sql.end();
  const opened: ReturnType<typeof connect>[] = [];
  const servers: ServerProcess[] = [];
  return {
    database: () => makeDatabase(cluster.root, "openfloor_bench", template),
    open: (url, connections = 10) => {
      const connected = connect(url, connections);
      opened.push(connected);
      return connected;
    },
    server: async (database, extra) => {
      // Here and not at the start: what asks no page waits for no build.
      await buildIfStale({ force: false, say: console.log });
      const started = await startServer(database, await freePort(), extra);
      servers.push(started);
      return started;
    },
    end: async () => {
      await Promise.all(servers.map((server) => server.stop()));
      await Promise.all(opened.map(({ sql: client }) => client.end({ timeout: 5 })));
      await cluster.stop();
    },
  };
}

/** Writes a session for each person and answers the cookies, in their order. */
export async function signInAll(db: Database, personIds: string[]): Promise<string[]> {
  const tokens = personIds.map(() => randomBytes(32).toString("base64url"));
  const expiresAt = new Date(Date.now() + 86_400_000);
  for (let from = 0; from < tokens.length; from += 1000) {
    await db.insert(authSessions).values(
      tokens.slice(from, from + 1000).map((token, index) => ({
        tokenHash: createHash("sha256").update(token).digest("hex"),
        personId: personIds[from + index] ?? "",
        expiresAt,
      })),
    );
  }
  return tokens.map((token) => `openfloor.session=${token}`);
}

/** Seconds that a process has had of the processors so far, where /proc says so: a hundredth is the smallest step. */
export function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** The value below which the share `p` (0 to 1) of the values lies: nearest rank. */
export function percentile(values: number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))] ?? 0;
}

export const round = (value: number, digits = 1) => Number(value.toFixed(digits));

/** Shows the figures and keeps them as JSON beside the machine they were taken on. */
export function report(name: string, { figures, demands }: Bench) {
  console.log(`\n${name}`);
  for (const [figure, value] of Object.entries(figures)) console.log(`  ${figure.padEnd(44)} ${value}`);
  for (const { sentence, holds } of demands) console.log(`  ${holds ? "holds " : "MISSED"}  ${sentence}`);
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, memory: totalmem(), node: process.version };
  mkdirSync("tests/load/results", { recursive: true });
  writeFileSync(
    `tests/load/results/${name}.json`,
    `${JSON.stringify({ name, takenAt: new Date().toISOString(), machine, figures, demands }, null, 2)}\n`,
  );
}
