import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { recordAudit } from "@/lib/audit/mutations";
import type { Organiser } from "@/lib/auth/actors";

/**
 * Organisers who change the draft of one conference at the same moment take turns: whether two sessions clash
 * is only known when nobody else moves one meanwhile. Readers and registrations do not wait.
 */
export async function lockDraft(tx: Transaction, conferenceId: string) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('draft'), hashtext(${conferenceId}))`);
}

export type DraftNoun = "session" | "room" | "topic" | "speaker";

/** Writes a change of the draft into the log. `version` and `fields` tell the next organiser what changed. */
export function recordChange(
  tx: Transaction,
  actor: Organiser,
  noun: DraftNoun,
  verb: string,
  id: string,
  detail: {
    version?: number;
    fields?: string[];
    sessions?: number;
    direction?: string;
    clashes?: number;
  } = {},
) {
  return recordAudit(tx, {
    actor,
    conferenceId: actor.conference.id,
    action: `${noun}.${verb}`,
    subject: noun,
    subjectId: id,
    detail,
  });
}
