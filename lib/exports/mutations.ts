import type { Executor } from "@/db/client";
import { recordAudit } from "@/lib/audit/mutations";
import type { Organiser } from "@/lib/auth/actors";
import { filterFields } from "@/lib/registration-filters/rules";
import type { ExportRequest } from "./input";

/** Written down before the first row leaves the house. What was searched for may be a name, so it is not kept. */
export async function recordExport(
  executor: Executor,
  organiser: Organiser,
  { filter, format, sensitive }: ExportRequest,
) {
  const filters = filterFields(filter).map(([name, value]) => (name === "q" ? name : `${name}=${value}`));
  await recordAudit(executor, {
    actor: organiser,
    conferenceId: organiser.conference.id,
    action: sensitive ? "registrations.exported-with-sensitive" : "registrations.exported",
    subject: "registrations",
    detail: { format, filters },
  });
}
