import type { CronItem } from "graphile-worker";
import type { JobName } from "./tasks";

/** Jobs by the real clock, in UTC. Only one server enqueues each, however many run. */
export const crontab: (CronItem & { task: JobName })[] = [
  { task: "sweep", match: "17 * * * *", options: { backfillPeriod: 0 } },
];
