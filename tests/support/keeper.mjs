import { readFileSync, rmSync } from "node:fs";
import path from "node:path";

/**
 * Waits beside a test run, in a process group of its own, until the run's end of the pipe closes: also when
 * the run was killed. Then it ends the Postgres of the run and removes its directories.
 */
const directories = process.argv.slice(2);

/** @param {string} directory */
function postmaster(directory) {
  try {
    return Number.parseInt(readFileSync(path.join(directory, "postgres", "postmaster.pid"), "utf8"), 10);
  } catch {
    return undefined;
  }
}

/** @param {number | undefined} pid @param {NodeJS.Signals} signal */
function end(pid, signal) {
  try {
    if (pid) process.kill(pid, signal);
  } catch (error) {
    // Killed before us, so the file that names it stayed.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ESRCH") throw error;
  }
}

async function clear() {
  // Postgres removes the file when it has ended: at once when asked, immediately when told.
  for (const signal of /** @type {const} */ (["SIGINT", "SIGQUIT"])) {
    for (const pid of directories.map(postmaster)) end(pid, signal);
    for (let wait = 0; wait < 50 && directories.some(postmaster); wait += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
}

process.stdin.resume();
process.stdin.once("end", () => void clear());
