import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { authSessions } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Person } from "@/lib/auth/actors";
import { fail, ok, type Result } from "@/lib/result";

type Leaving = Pick<Person, "personId" | "number" | "network">;

/** Ends one of the person's own sessions, at once. Fails with "not-found". */
export async function endSession(db: Database, person: Leaving, id: string): Promise<Result> {
  return db.transaction(async (tx) => {
    const ended = await tx
      .delete(authSessions)
      .where(and(eq(authSessions.tokenHash, id), eq(authSessions.personId, person.personId)))
      .returning({ id: authSessions.tokenHash });
    if (ended.length === 0) return fail("not-found");
    await recordAudit(tx, {
      actor: person,
      conferenceId: null,
      action: "person.signed-out",
      subject: "person",
    });
    return ok(undefined);
  });
}

/** Ends every session of the person, this one too. Answers how many. */
export async function endEverySession(db: Database, person: Leaving): Promise<number> {
  return db.transaction(async (tx) => {
    const ended = await tx
      .delete(authSessions)
      .where(eq(authSessions.personId, person.personId))
      .returning({ id: authSessions.tokenHash });
    await recordAudit(tx, {
      actor: person,
      conferenceId: null,
      action: "person.signed-out-everywhere",
      subject: "person",
      detail: { sessions: ended.length },
    });
    return ended.length;
  });
}
