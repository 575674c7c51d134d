import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A Postgres that runs on a cluster, as postmaster.pid tells it. */
export type Postmaster = { pid: number; port: number };

/** Postgres must not inherit odd locales, time zones or PG* variables of the shell that started the portal. */
export const quietEnvironment = () => ({
  NODE_ENV: process.env.NODE_ENV,
  PATH: process.env.PATH ?? "/usr/bin:/bin",
  ...(process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}),
  LC_ALL: "C",
  TZ: "UTC",
});

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return !isZombie(pid);
}

// In a container without a reaping init, an orphan that ended stays listed for ever.
function isZombie(pid: number): boolean {
  try {
    return /^\d+ \(.*\) Z /s.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

/**
 * Reads postmaster.pid: "none" when there is no file, "dead" when its process is gone (Postgres clears the
 * file itself at the next start), "stale" when the number now belongs to a process that is no Postgres of
 * this cluster (Postgres would refuse to start), else the living one.
 */
export function readPostmaster(cluster: string): "none" | "dead" | "stale" | Postmaster {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return "none";
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0) return "stale";
  if (!isAlive(pid)) return "dead";
  const command = commandLine(pid);
  if (command !== undefined && !command.includes(cluster)) return "stale";
  // The port is written a moment after the pid.
  return { pid, port: Number.isInteger(port) ? port : 0 };
}

/** Undefined when it cannot be read: then the process must be taken for what the file says. */
function commandLine(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    const { status, stdout } = spawnSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], {
      encoding: "utf8",
    });
    return status === 0 && stdout ? stdout : undefined;
  }
}
