import { spawn } from "node:child_process";
import type { Prepared } from "./prepare";

/** Runs the server until it ends or this process is asked to stop; then the database is stopped as well. */
export async function serve({ environment, address, accounts, stop }: Prepared): Promise<never> {
  const child = spawn(process.execPath, ["server/serve.mjs"], {
    env: environment,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    // Its own process group: Ctrl+C comes once, from here, and a second one ends it at once.
    detached: true,
  });
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  process.on("SIGINT", pass);
  process.on("SIGTERM", pass);
  process.on("SIGHUP", () => pass("SIGTERM"));
  child.once("message", () => announce(address, accounts));
  const code = await new Promise<number>((resolve) => {
    child.once("error", (error) => {
      console.error(error);
      resolve(1);
    });
    child.once("exit", (status, signal) => resolve(status ?? (signal === "SIGKILL" ? 137 : 1)));
  });
  await stop();
  process.exit(code);
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
