import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { outbox } from "@/db/schema";
import { isId } from "@/lib/address";
import { recordAudit } from "@/lib/audit/mutations";
import type { Organiser } from "@/lib/auth/actors";
import { enqueue } from "@/lib/jobs/enqueue";
import { fail, ok, type Result } from "@/lib/result";

const again = { state: "queued", attempts: 0, batchId: null, leaseUntil: null, error: null } as const;

/**
 * Puts failed mails of a conference back into the queue: one, or all of them. Only failed ones, so pressing
 * twice sends nothing twice.
 */
export async function retryMails(
  db: Database,
  organiser: Organiser,
  which: string | "all",
): Promise<Result<number>> {
  if (which !== "all" && !isId(which)) return fail("not-found");
  const { conference } = organiser;
  return db.transaction(async (tx): Promise<Result<number>> => {
    const queued = await tx
      .update(outbox)
      .set({ ...again, dueAt: sql`now()` })
      .where(
        and(
          eq(outbox.conferenceId, conference.id),
          eq(outbox.state, "failed"),
          which === "all" ? undefined : eq(outbox.id, which),
        ),
      )
      .returning({ id: outbox.id });
    if (queued.length === 0) return fail("nothing-failed");
    await enqueue(tx, "deliver-mail", {}, { priority: -10 });
    await recordAudit(tx, {
      actor: organiser,
      conferenceId: conference.id,
      action: "mail.retried",
      subject: "mail",
      subjectId: which === "all" ? null : which,
      detail: { count: queued.length },
    });
    return ok(queued.length);
  });
}
