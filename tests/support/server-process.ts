import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { serverFlags } from "@/scripts/start/flags";

export type ServerProcess = {
  address: string;
  pid: number;
  child: ChildProcess;
  /** What it wrote so far. */
  log: () => string;
  /** Resident memory in bytes; only where /proc exists. */
  memory: () => number;
  stop: () => Promise<void>;
};

/** What the servers of tests sign with. */
export const SECRET = "a secret of the tests, at least 32 characters";

/** The environment of a production server, as `npm start` would give it; nothing of this machine sends mail. */
export function serverEnvironment(database: string, port: number): NodeJS.ProcessEnv {
  const address = `http://localhost:${port}`;
  return {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    DATABASE_URL: database,
    BASE_URL: address,
    AUTH_URL: address,
    AUTH_SECRET: SECRET,
    OPENFLOOR_DEMO: "1",
    RESEND_API_KEY: "",
    SMTP_URL: "",
    OWNER_EMAIL: "",
    LOG_LEVEL: "warn",
  };
}

/** Starts one production server on the shared build and waits, at most a minute, until it serves. */
export async function startServer(
  database: string,
  port: number,
  extra: Record<string, string> = {},
): Promise<ServerProcess> {
  const env: NodeJS.ProcessEnv = { ...serverEnvironment(database, port), ...extra };
  const child = fork("server/serve.mjs", { env, execArgv: serverFlags, silent: true });
  const output: string[] = [];
  const log = () => output.join("");
  child.stdout?.on("data", (part) => output.push(String(part)));
  child.stderr?.on("data", (part) => output.push(String(part)));
  try {
    await serving(child, log);
  } catch (error) {
    await end(child);
    throw error;
  }
  const pid = child.pid ?? 0;
  return {
    address: env.BASE_URL ?? "",
    pid,
    child,
    log,
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024,
    stop: () => end(child),
  };
}

async function serving(child: ChildProcess, log: () => string) {
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`The server ended with ${code} before it served.\n${log()}`);
  });
  const patience = new Promise<never>((_, reject) => {
    setTimeout(
      () => reject(new Error(`The server did not serve within a minute.\n${log()}`)),
      60_000,
    ).unref();
  });
  await Promise.race([once(child, "message"), ended, patience]);
  // A server that ends later shows in the tests; here nobody waits for it any more.
  ended.catch(() => {});
}

async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  const made = setTimeout(() => child.kill("SIGKILL"), 12_000);
  await gone;
  clearTimeout(made);
}
