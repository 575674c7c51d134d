import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Database, Transaction } from "@/db/client";
import { releases, sessions } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import { realNow } from "@/lib/clock";
import { lockDraft, recordChange } from "@/lib/drafts/mutations";
import { fail, ok, type Result } from "@/lib/result";
import { currentSession, refuseClashes } from "@/lib/session-checks/queries";
import { listSlots } from "@/lib/sessions/queries";
import type { StateInput } from "./input";

type Input = z.infer<typeof StateInput>;
type Row = Partial<typeof sessions.$inferInsert>;

const ours = ({ conference }: Organiser, id: string) =>
  and(eq(sessions.id, id), eq(sessions.conferenceId, conference.id));

async function write(tx: Transaction, actor: Organiser, id: string, { version, state }: Input, row: Row) {
  const changed = await tx
    .update(sessions)
    .set({ ...row, version: version + 1 })
    .where(and(ours(actor, id), eq(sessions.version, version)))
    .returning({ id: sessions.id });
  if (changed.length === 0) return fail("not-found");
  await recordChange(tx, actor, "session", state, id, { version: version + 1, fields: ["cancelled"] });
  return ok(undefined);
}

/** Whether a release ever showed it: then someone may have starred it or have its address. */
async function everReleased(tx: Transaction, { conference }: Organiser, id: string): Promise<boolean> {
  const shown = sql`${releases.content} -> 'sessions' @> ${JSON.stringify([{ id }])}::jsonb`;
  return (await tx.$count(releases, and(eq(releases.conferenceId, conference.id), shown))) > 0;
}

/**
 * Cancelled, a session stays in the programme and says so; removed, it is out of the draft, and out of the
 * programme with the next release. What was never released vanishes when it is removed.
 */
export function changeState(db: Database, actor: Organiser, id: string, input: Input): Promise<Result> {
  return db.transaction(async (tx) => {
    if (input.state === "restored") return restore(tx, actor, id, input);
    const found = await currentSession(tx, actor, id, input.version);
    if (!found.ok) return found;
    const { before, all } = found.data;
    if (input.state === "cancelled") return write(tx, actor, id, input, { cancelledAt: realNow() });
    if (input.state === "reinstated") {
      const after = { ...before, cancelled: false };
      const clash = await refuseClashes(tx, actor, { after, before, all, knowing: [] });
      if (clash && !input.sure) return clash;
      return write(tx, actor, id, input, { cancelledAt: null });
    }
    if (await everReleased(tx, actor, id)) return write(tx, actor, id, input, { removedAt: realNow() });
    await tx.delete(sessions).where(and(ours(actor, id), eq(sessions.version, input.version)));
    await recordChange(tx, actor, "session", "removed", id);
    return ok(undefined);
  });
}

/** Puts a removed session back where it was, as long as nobody changed the draft in a way that it clashes with. */
async function restore(tx: Transaction, actor: Organiser, id: string, input: Input): Promise<Result> {
  await lockDraft(tx, actor.conference.id);
  const [back] = await tx
    .update(sessions)
    .set({ removedAt: null })
    .where(and(ours(actor, id), eq(sessions.version, input.version), isNotNull(sessions.removedAt)))
    .returning({ id: sessions.id });
  const all = await listSlots(tx, actor.conference.id);
  const after = back && all.find((slot) => slot.id === id);
  if (!after) return fail("not-found");
  const clash = await refuseClashes(tx, actor, { after, all, knowing: [] });
  if (!clash || input.sure) return write(tx, actor, id, input, { removedAt: null });
  await tx.update(sessions).set({ removedAt: realNow() }).where(ours(actor, id));
  return clash;
}
