import type { JobHelpers } from "graphile-worker";
import { deliverMail } from "@/lib/mail/deliver";
import type { JobName, Jobs } from "./names";
import { offers } from "./offers";
import { retention } from "./retention";
import { sweep } from "./sweep";

type Tasks = { [Name in JobName]: (payload: Jobs[Name], helpers: JobHelpers) => Promise<void> };

/** Who does which job. A handler may be run again after a crash, so it must bear that. */
export const tasks = { sweep, "deliver-mail": deliverMail, offers, retention } satisfies Tasks;
