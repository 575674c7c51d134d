import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

const EVERY = 250;

/**
 * Does `work` while no other process does that holds `file`, and waits for its turn before. A process that was
 * killed meanwhile does not keep the others waiting.
 */
export async function inTurn<T>(file: string, work: () => Promise<T>): Promise<T> {
  while (!take(file)) {
    if (!isAlive(holder(file))) rmSync(file, { force: true });
    else await wait(EVERY);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** The number of the process that holds it; undefined when it has just let go, or has not written it yet. */
function holder(file: string): number | undefined {
  try {
    return Number(readFileSync(file, "utf8")) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number | undefined): boolean {
  if (pid === undefined) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
