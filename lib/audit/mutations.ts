import type { Executor } from "@/db/client";
import { auditEntries } from "@/db/schema";

type Entry = {
  /** null: the portal itself, in a job */
  actor: { number: number; network: string } | null;
  conferenceId: string | null;
  /** "noun.verb-in-the-past": "registration.cancelled" */
  action: string;
  subject: string;
  subjectId?: string | null;
  /** No names, addresses or answers: the log outlives the person. */
  detail?: Record<string, unknown>;
};

/** Writes into the audit log, in the transaction of what it tells of. */
export async function recordAudit(executor: Executor, entry: Entry) {
  await executor.insert(auditEntries).values({
    conferenceId: entry.conferenceId,
    actorNumber: entry.actor?.number ?? null,
    network: entry.actor?.network ?? null,
    action: entry.action,
    subject: entry.subject,
    subjectId: entry.subjectId ?? null,
    detail: entry.detail ?? {},
  });
}
