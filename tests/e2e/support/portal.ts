import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { freePort } from "@/db/embedded/ports";
import { dropDatabase, makeDatabase } from "@/tests/support/postgres";

export type Portal = { address: string; database: string; log: () => string; stop: () => Promise<void> };

/** The environment of a server process, as `npm start` would give it. */
export function portalEnvironment({ database, port }: { database: string; port: number }): NodeJS.ProcessEnv {
  const address = `http://localhost:${port}`;
  return {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    DATABASE_URL: database,
    BASE_URL: address,
    AUTH_URL: address,
    AUTH_SECRET: "a secret of the stories, at least 32 characters",
    OPENFLOOR_DEMO: "1",
    // What the machine happens to have must not send mail.
    RESEND_API_KEY: "",
    SMTP_URL: "",
    OWNER_EMAIL: "",
    LOG_LEVEL: "warn",
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
  // A server that ends later shows in the stories; here nobody waits for it any more.
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

/** A production server of its own on a copy of the demonstration. */
export async function startPortal(): Promise<Portal> {
  const { OPENFLOOR_STORIES_ROOT: root, OPENFLOOR_STORIES_TEMPLATE: template } = process.env;
  if (!root || !template) throw new Error("Nothing is prepared: run the stories with `npm test -- e2e`");
  const database = await makeDatabase(root, "openfloor_story", template);
  const port = await freePort();
  const child = fork("server/serve.mjs", {
    env: portalEnvironment({ database, port }),
    execArgv: [],
    silent: true,
  });
  const output: string[] = [];
  const log = () => output.join("");
  child.stdout?.on("data", (part) => output.push(String(part)));
  child.stderr?.on("data", (part) => output.push(String(part)));
  const stop = async () => {
    await end(child);
    await dropDatabase(root, database);
  };
  try {
    await serving(child, log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address: `http://localhost:${port}`, database, log, stop };
}
