import { EventEmitter } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { Logger, parseCronItems, type Runner, run, type TaskList, type WorkerEvents } from "graphile-worker";
import { log } from "@/lib/log";
import { onShutdown } from "@/lib/shutdown";
import { crontab } from "./crontab";
import { keepAlive } from "./liveness";
import { tasks } from "./tasks";

const CONCURRENCY = 4;

type Working = { stopping: boolean; runner?: Runner; stopLiveness?: () => Promise<void> };
const held = globalThis as unknown as { openfloorWorker?: Working };

/**
 * Runs jobs in this process until it is asked to stop. While the database is away it tries again; it never
 * throws. Jobs that run when the process stops are waited for, the others are left to the next server.
 */
export function startWorker(databaseUrl: string) {
  // Hot reload registers again; the worker of this process is already there.
  if (held.openfloorWorker) return;
  const working: Working = { stopping: false };
  held.openfloorWorker = working;
  onShutdown("jobs", () => stop(working));
  void work(working, databaseUrl);
}

/** Whether this process takes jobs now. */
export const isWorking = () => held.openfloorWorker?.runner !== undefined;

async function work(working: Working, databaseUrl: string) {
  for (let failures = 0; !working.stopping; failures++) {
    try {
      const events: WorkerEvents = new EventEmitter();
      events.on("pool:create", ({ workerPool }) => {
        working.stopLiveness = keepAlive(databaseUrl, workerPool.id);
      });
      working.runner = await run({
        connectionString: databaseUrl,
        concurrency: CONCURRENCY,
        maxPoolSize: CONCURRENCY + 2,
        noHandleSignals: true,
        taskList: tasks as TaskList,
        parsedCronItems: parseCronItems(crontab),
        logger,
        events,
      });
      failures = 0;
      await working.runner.promise;
    } catch (error) {
      if (failures === 0) log.warn({ err: error }, "jobs wait for the database");
    }
    working.runner = undefined;
    await working.stopLiveness?.();
    working.stopLiveness = undefined;
    if (!working.stopping) await wait(Math.min(5000, 500 * 2 ** failures), undefined, { ref: false });
  }
}

async function stop(working: Working) {
  working.stopping = true;
  try {
    await working.runner?.stop();
  } catch (error) {
    log.warn({ err: error }, "jobs did not stop in order");
  }
  await working.stopLiveness?.();
}

// Only what is told about the queue itself; a job's payload names people and is never logged.
const logger = new Logger(() => (level, message, meta) => {
  if (level === "debug" || level === "info") return;
  const job = meta?.job as { id?: string; task_identifier?: string; attempts?: number } | undefined;
  // Without a job it is the queue waiting for the database, which it says at every attempt.
  log[level === "error" && job ? "error" : "warn"](
    { err: meta?.error, job: job && { id: job.id, task: job.task_identifier, attempts: job.attempts } },
    job ? "a job failed" : message.split("\n")[0],
  );
});
