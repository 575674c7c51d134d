import type { JobHelpers } from "graphile-worker";
import { deliverMail } from "@/lib/mail/deliver";
import { offers } from "./offers";
import { retention } from "./retention";
import { sweep } from "./sweep";

type Task = (payload: never, helpers: JobHelpers) => Promise<void>;

/**
 * Every kind of job and who does it. A handler may be run again after a crash, so it must bear that; the
 * names stay in the database, so a name that was released is not given away again.
 */
export const tasks = {
  sweep,
  "deliver-mail": deliverMail,
  offers,
  retention,
} satisfies Record<string, Task>;

export type JobName = keyof typeof tasks;
export type JobPayload<Name extends JobName> =
  Parameters<(typeof tasks)[Name]> extends [infer Payload, ...unknown[]] ? Payload : Record<string, never>;
