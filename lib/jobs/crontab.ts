import type { CronItem } from "graphile-worker";
import type { JobName } from "./names";

/** Jobs by the real clock, in UTC. Only one server enqueues each, however many run. */
export const crontab: (CronItem & { task: JobName })[] = [
  { task: "offers", match: "* * * * *", options: { backfillPeriod: 0 } },
  // Made up for when the portal was down at that minute: what is promised to go, goes.
  { task: "retention", match: "41 2 * * *", options: { backfillPeriod: 24 * 3_600_000 } },
  { task: "sweep", match: "17 * * * *", options: { backfillPeriod: 0 } },
  // What a job did not send: the process died, the provider was away, the mail was due later.
  { task: "deliver-mail", match: "* * * * *", options: { backfillPeriod: 0 } },
];
