import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { type Account, asAccount } from "./account";
import type { Binaries } from "./binaries";
import { EmbeddedError } from "./error";
import { freePort, isFree } from "./ports";
import { isAlive, quietEnvironment, readPostmaster } from "./postmaster";

export type Settings = Record<string, string>;
type Running = {
  home: string;
  account: Account;
  binaries: Binaries;
  password: string;
  settings: Settings;
  log: (sentence: string) => void;
};

/** For a small server beside the portal. Errors are logged without the values that caused them: those are people's. */
const SETTINGS: Settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  shared_buffers: "128MB",
  max_connections: "120",
  timezone: "UTC",
  log_timezone: "UTC",
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
};

const PATIENCE = 60_000;
const LARGEST_LOG = 10_000_000;

/** One Postgres on one cluster: found or started, watched, stopped. */
export class Server {
  port = 0;
  pid = 0;
  private readonly cluster: string;
  private readonly logFile: string;
  private watching?: NodeJS.Timeout;
  private leaving = false;

  constructor(private readonly running: Running) {
    this.cluster = join(running.home, "postgres");
    this.logFile = join(running.home, "postgres.log");
  }

  url(database: string): string {
    return `postgres://postgres:${this.running.password}@127.0.0.1:${this.port}/${encodeURIComponent(database)}`;
  }

  /** Uses the Postgres that already runs on the cluster, or starts one; resolves when it answers. */
  async start(wantedPort?: number) {
    const deadline = Date.now() + PATIENCE;
    let child: ReturnType<typeof spawn> | undefined;
    while (Date.now() < deadline) {
      const found = readPostmaster(this.cluster);
      if (typeof found === "object" && found.port > 0) {
        this.pid = found.pid;
        this.port = found.port;
        if (await this.answers()) {
          rememberPort(this.running.home, found.port);
          return;
        }
      } else if (typeof found !== "object") {
        if (found === "stale") rmSync(join(this.cluster, "postmaster.pid"), { force: true });
        // A start that failed is repeated: the port was snatched, or what a killed one left is still ending.
        if (!child || child.exitCode !== null || child.signalCode !== null)
          child = this.spawn(await this.choosePort(wantedPort));
      }
      await wait(40);
    }
    throw new EmbeddedError(
      `The database did not come up within a minute. Its log is ${this.logFile}:\n${this.lastWords()}`,
    );
  }

  /** Starts Postgres again, at the same port, when it ends although nobody stopped it. */
  watch() {
    this.watching = setInterval(async () => {
      if (this.leaving || isAlive(this.pid)) return;
      clearInterval(this.watching);
      this.running.log("The database ended unexpectedly and is started again.");
      try {
        await this.start(this.port);
      } catch (error) {
        this.running.log(error instanceof Error ? error.message : String(error));
      }
      if (!this.leaving) this.watch();
    }, 1000);
    this.watching.unref();
  }

  /** Ends the watch; Postgres runs on. */
  leave() {
    this.leaving = true;
    clearInterval(this.watching);
  }

  async stop() {
    this.leave();
    for (const [signal, patience] of [
      ["SIGINT", 8000],
      ["SIGQUIT", 2000],
      ["SIGKILL", 1000],
    ] as const) {
      const found = readPostmaster(this.cluster);
      // Only ever the Postgres of this cluster, whoever has got its number meanwhile.
      if (typeof found !== "object") return;
      process.kill(found.pid, signal);
      const deadline = Date.now() + patience;
      while (Date.now() < deadline) {
        if (!isAlive(found.pid)) return;
        await wait(20);
      }
    }
  }

  private spawn(port: number) {
    const { binaries, account, settings } = this.running;
    const options = Object.entries({ ...SETTINGS, ...settings, port: String(port) }).flatMap(
      ([name, value]) => ["-c", `${name}=${value}`],
    );
    // The log is a file, not a pipe: Postgres outlives a portal that is killed.
    const log = openLog(this.logFile);
    const child = spawn(binaries.postgres, ["-D", this.cluster, ...options], {
      cwd: "/",
      env: quietEnvironment(),
      stdio: ["ignore", log, log],
      // Its own process group: Ctrl+C in the terminal must not end it before the portal has finished.
      detached: true,
      windowsHide: true,
      ...asAccount(account),
    });
    closeSync(log);
    child.on("error", (error) => this.running.log(`The database could not be started: ${error.message}`));
    child.unref();
    return child;
  }

  private async choosePort(wanted?: number): Promise<number> {
    for (const port of [wanted, rememberedPort(this.running.home)])
      if (port && (await isFree(port))) return port;
    if (wanted)
      throw new EmbeddedError(`Port ${wanted}, which the database should use, is taken by another program.`);
    return freePort();
  }

  /** Whether what listens there is the Postgres of this cluster. A wrong password is no matter of waiting. */
  private async answers(): Promise<boolean> {
    const sql = postgres(this.url("postgres"), { max: 1, connect_timeout: 2, onnotice: () => {} });
    try {
      await sql`select 1`;
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === "28P01")
        throw new EmbeddedError(
          `The database in ${this.cluster} does not accept the password in ${join(this.running.home, "postgres-password")}: put back the file that belongs to this data.`,
        );
      return false;
    } finally {
      await sql.end({ timeout: 1 });
    }
  }

  private lastWords(): string {
    try {
      return readFileSync(this.logFile, "utf8").trimEnd().split("\n").slice(-6).join("\n");
    } catch {
      return "(it wrote none)";
    }
  }
}

function openLog(file: string): number {
  try {
    if (statSync(file).size > LARGEST_LOG) truncateSync(file);
  } catch {
    // The first start: there is no log yet, and opening it makes one.
  }
  return openSync(file, "a", 0o600);
}

const rememberedPort = (home: string): number | undefined => {
  try {
    return Number(readFileSync(join(home, "postgres-port"), "utf8")) || undefined;
  } catch {
    return undefined;
  }
};

function rememberPort(home: string, port: number) {
  if (rememberedPort(home) !== port) writeFileSync(join(home, "postgres-port"), `${port}\n`);
}
