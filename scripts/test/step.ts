import { spawn } from "node:child_process";
import path from "node:path";

const running = new Set<number>();

/** Ends a step with everything that it started, which shares its process group. */
function end(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // Gone already; macOS says EPERM of a group of which only ended processes are left.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ESRCH" && code !== "EPERM") throw error;
  }
}

// A step is a group of its own, so Ctrl-C in the terminal does not reach it by itself.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    for (const pid of running) end(pid, "SIGTERM");
    setTimeout(() => {
      for (const pid of running) end(pid, "SIGKILL");
      process.exit(1);
    }, 5_000);
  });
}

export type Outcome = { ok: boolean; why: string };

/**
 * Runs `tool` (a command of node_modules, or "node") with its output shown. It gets no input, so nothing can
 * wait for a key, and after `minutes` it is ended: first asked, then made to.
 */
export function runTool(
  tool: string,
  args: string[],
  { minutes, env = {} }: { minutes: number; env?: Record<string, string> },
): Promise<Outcome> {
  const command = tool === "node" ? process.execPath : path.resolve("node_modules/.bin", tool);
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ["ignore", "inherit", "inherit"],
      detached: true,
      env: { ...process.env, ...env },
    });
    const { pid } = child;
    if (pid) running.add(pid);
    let late = false;
    const patience = setTimeout(() => {
      late = true;
      if (pid) end(pid, "SIGTERM");
      setTimeout(() => pid && end(pid, "SIGKILL"), 15_000).unref();
    }, minutes * 60_000);
    const done = (outcome: Outcome) => {
      clearTimeout(patience);
      if (pid) {
        running.delete(pid);
        // Whatever the step left behind would hold its ports and our output.
        end(pid, "SIGKILL");
      }
      resolve(outcome);
    };
    child.once("error", (error) => done({ ok: false, why: error.message }));
    child.once("exit", (code, signal) => {
      if (late) done({ ok: false, why: `was ended after ${minutes} minutes` });
      else done({ ok: code === 0, why: code === 0 ? "" : `ended with ${signal ?? `code ${code}`}` });
    });
  });
}
