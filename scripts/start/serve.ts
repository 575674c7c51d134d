import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { serverFlags } from "./flags";
import type { Prepared } from "./prepare";

// A server that lived shorter than this would only end again.
const WORTH_REPEATING = 10_000;

/** Runs the server until this process is asked to stop, and again when it crashed; then stops the database. */
export async function serve({ environment, address, accounts, stop }: Prepared): Promise<never> {
  let child: ChildProcess | undefined;
  let stopping = false;
  const pass = (signal: NodeJS.Signals) => {
    stopping = true;
    child?.kill(signal);
  };
  process.on("SIGINT", pass);
  process.on("SIGTERM", pass);
  process.on("SIGHUP", () => pass("SIGTERM"));

  let code = 0;
  for (let announced = false; !stopping; ) {
    const begun = Date.now();
    child = spawn(process.execPath, [...serverFlags, "server/serve.mjs"], {
      env: environment,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      // Its own process group: Ctrl+C comes once, from here, and a second one ends it at once.
      detached: true,
    });
    child.once("message", () => {
      if (!announced) announce(address, accounts);
      announced = true;
    });
    code = await exitOf(child);
    if (stopping || Date.now() - begun < WORTH_REPEATING) break;
    console.error(`The server ended unexpectedly (code ${code}) and is started again.`);
    await wait(500);
  }
  await stop();
  process.exit(code);
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once("error", (error) => {
      console.error(error);
      resolve(1);
    });
    child.once("exit", (status, signal) => resolve(status ?? (signal === "SIGKILL" ? 137 : 1)));
  });
}

function announce(address: string, accounts: Prepared["accounts"]) {
  const widest = Math.max(0, ...accounts.map(({ email }) => email.length));
  const lines = accounts.map(({ email, role }) => `  ${email.padEnd(widest)}  ${role}`);
  console.log(
    [
      "",
      `The portal runs at ${address}`,
      ...(lines.length > 0 ? ["Sign in as", ...lines] : []),
      "Ctrl+C stops it.",
      "",
    ].join("\n"),
  );
}
