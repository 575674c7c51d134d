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
  await recordAudits(executor, [entry]);
}

/** Several entries in one statement. */
export async function recordAudits(executor: Executor, entries: Entry[]) {
  if (entries.length === 0) return;
  await executor.insert(auditEntries).values(
    entries.map(({ actor, subjectId, detail, ...entry }) => ({
      ...entry,
      actorNumber: actor?.number ?? null,
      network: actor?.network ?? null,
      subjectId: subjectId ?? null,
      detail: detail ?? {},
    })),
  );
}
