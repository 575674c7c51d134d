import type { CronItem } from "graphile-worker";
import type { JobName } from "./tasks";

/** Jobs by the real clock, in UTC. Only one server enqueues each, however many run. */
export const crontab: (CronItem & { task: JobName })[] = [
  { task: "offers", match: "* * * * *", options: { backfillPeriod: 0 } },
  { task: "sweep", match: "17 * * * *", options: { backfillPeriod: 0 } },
  // What a job did not send: the process died, the provider was away, the mail was due later.
  { task: "deliver-mail", match: "* * * * *", options: { backfillPeriod: 0 } },
];
