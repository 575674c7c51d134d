import { spawn } from "node:child_process";
import { once } from "node:events";
import { serverEnvironment } from "./server-process";

// What `npm start` does once the pages are built; the build of a test run is made before it.
const COMMAND = `
  Promise.all([import("./scripts/start/prepare.ts"), import("./scripts/start/serve.ts"), import("./scripts/start/say.ts")])
    .then(([{ prepare }, { serve }, { giveUp }]) => prepare("production", async () => {}).then(serve).catch(giveUp));`;

export type Started = { address: string; said: () => string; stop: () => Promise<void> };

/** Runs the start command on `database` and waits, at most a minute, until it says where the portal runs. */
export async function runStartCommand(
  database: string,
  port: number,
  environment: Record<string, string>,
): Promise<Started> {
  const env = { ...serverEnvironment(database, port), ...environment };
  const child = spawn(process.execPath, ["--import", "tsx", "-e", COMMAND], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: string[] = [];
  const said = () => output.join("");
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGTERM");
    await gone;
  };
  const running = new Promise<void>((resolve, reject) => {
    const hear = (part: Buffer) => {
      output.push(String(part));
      if (said().includes("The portal runs at")) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => reject(new Error(`The start command ended with ${code}.\n${said()}`)));
    setTimeout(() => reject(new Error(`No portal within a minute.\n${said()}`)), 60_000).unref();
  });
  try {
    await running;
  } catch (error) {
    await stop();
    throw error;
  }
  return { address: env.BASE_URL ?? "", said, stop };
}
