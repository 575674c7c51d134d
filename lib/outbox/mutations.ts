import { and, eq, gte, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { outbox } from "@/db/schema";
import { isId } from "@/lib/address";
import { recordAudit } from "@/lib/audit/mutations";
import type { Organiser, Owner } from "@/lib/auth/actors";
import { enqueue } from "@/lib/jobs/enqueue";
import { fail, ok, type Result } from "@/lib/result";
import { signInGoodSince } from "./rules";

/**
 * Puts failed mails of a conference back into the queue: one, or all of them. Only failed ones, so pressing
 * twice sends nothing twice.
 */
export function retryMails(db: Database, organiser: Organiser, which: string | "all") {
  const { id } = organiser.conference;
  return sendAgain(db, { actor: organiser, conferenceId: id }, eq(outbox.conferenceId, id), which);
}

/** Puts a failed mail of the portal itself back into the queue; one to sign in only while its code is good. */
export function retryPortalMail(db: Database, owner: Owner, id: string, now: Date) {
  const portal = and(
    isNull(outbox.conferenceId),
    or(ne(outbox.kind, "sign-in"), gte(outbox.createdAt, signInGoodSince(now))),
  );
  return sendAgain(db, { actor: owner, conferenceId: null }, portal, id);
}

const again = { state: "queued", attempts: 0, batchId: null, leaseUntil: null, error: null } as const;

async function sendAgain(
  db: Database,
  by: { actor: Organiser | Owner; conferenceId: string | null },
  within: SQL | undefined,
  which: string | "all",
): Promise<Result<number>> {
  if (which !== "all" && !isId(which)) return fail("not-found");
  return db.transaction(async (tx): Promise<Result<number>> => {
    const queued = await tx
      .update(outbox)
      .set({ ...again, dueAt: sql`now()` })
      .where(and(within, eq(outbox.state, "failed"), which === "all" ? undefined : eq(outbox.id, which)))
      .returning({ id: outbox.id });
    if (queued.length === 0) return fail("nothing-failed");
    await enqueue(tx, "deliver-mail", {}, { priority: -10 });
    await recordAudit(tx, {
      ...by,
      action: "mail.retried",
      subject: "mail",
      subjectId: which === "all" ? null : which,
      detail: { count: queued.length },
    });
    return ok(queued.length);
  });
}
