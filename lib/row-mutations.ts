import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { consents, participantTypes, questions, rooms, speakers, topics } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Organiser } from "@/lib/auth/actors";
import { realNow } from "@/lib/clock";
import { fail, ok, type Result } from "@/lib/result";

const ordered = { consents, participantTypes, questions, rooms, speakers, topics };

/**
 * Moves a row one place up or down among those of its conference that are not archived, and numbers them
 * anew. The rows are locked, so two organisers who sort at once take turns. False when the row is not there.
 */
async function moveInOrder(
  tx: Transaction,
  name: keyof typeof ordered,
  conferenceId: string,
  id: string,
  direction: "up" | "down",
): Promise<boolean> {
  const table = ordered[name];
  const rows = await tx
    .select({ id: table.id })
    .from(table)
    .where(
      and(eq(table.conferenceId, conferenceId), "archivedAt" in table ? isNull(table.archivedAt) : undefined),
    )
    .orderBy(asc(table.position), ...("createdAt" in table ? [asc(table.createdAt)] : []), asc(table.id))
    .for("update");
  const ids = rows.map((row) => row.id);
  const from = ids.indexOf(id);
  if (from < 0) return false;
  const to = Math.min(Math.max(from + (direction === "up" ? -1 : 1), 0), ids.length - 1);
  ids.splice(to, 0, ...ids.splice(from, 1));
  for (const [position, each] of ids.entries()) {
    await tx
      .update(table)
      // Where it stands is no change of what it says: forms that are open elsewhere stay good.
      .set({ position, ...("updatedAt" in table ? { updatedAt: sql`${table.updatedAt}` } : {}) })
      .where(and(eq(table.id, each), eq(table.conferenceId, conferenceId)));
  }
  return true;
}

/**
 * The mutation that moves a row of this table one place up or down, with its audit entry ("topic.arranged").
 * Fails with "not-found" for a row that is archived or of another conference.
 */
export const rowMover =
  (table: keyof typeof ordered, subject: string, verb: "moved" | "arranged") =>
  (db: Database, actor: Organiser, id: string, direction: "up" | "down"): Promise<Result> =>
    db.transaction(async (tx) => {
      const { id: conferenceId } = actor.conference;
      if (!(await moveInOrder(tx, table, conferenceId, id, direction))) return fail("not-found");
      await recordAudit(tx, {
        actor,
        conferenceId,
        action: `${subject}.${verb}`,
        subject,
        subjectId: id,
        detail: { direction },
      });
      return ok(undefined);
    });

/**
 * The mutation that takes a row of this table out of use, or brings it back, with its audit entry
 * ("question.archived", "question.restored"). Fails with "not-found" for a row of another conference.
 */
export const rowArchiver =
  (name: "consents" | "questions", subject: string) =>
  (db: Database, actor: Organiser, id: string, archive: boolean): Promise<Result> =>
    db.transaction(async (tx) => {
      const table = ordered[name];
      const { id: conferenceId } = actor.conference;
      const [changed] = await tx
        .update(table)
        .set({ archivedAt: archive ? realNow() : null })
        .where(and(eq(table.id, id), eq(table.conferenceId, conferenceId)))
        .returning({ id: table.id });
      if (!changed) return fail("not-found");
      await recordAudit(tx, {
        actor,
        conferenceId,
        action: `${subject}.${archive ? "archived" : "restored"}`,
        subject,
        subjectId: id,
        detail: {},
      });
      return ok(undefined);
    });
