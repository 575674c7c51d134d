import { and, eq, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { conferences } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Organiser } from "@/lib/auth/actors";
import { conferenceNow } from "@/lib/clock";
import { fail, ok, type Result } from "@/lib/result";

/** The conference, locked, while it is in rehearsal. `live`: what is answered when it is not any more. */
async function lockRehearsal(tx: Transaction, { conference }: Organiser, live: string) {
  const [row] = await tx
    .select()
    .from(conferences)
    .where(eq(conferences.id, conference.id))
    .for("no key update");
  if (!row) return fail("not-found");
  return row.mode === "live" ? fail(live) : ok(row);
}

const audit = (tx: Transaction, actor: Organiser, action: string, detail: Record<string, unknown>) =>
  recordAudit(tx, {
    actor,
    conferenceId: actor.conference.id,
    action,
    subject: "conference",
    subjectId: actor.conference.id,
    detail,
  });

/** Sets the clock of a rehearsal to an instant, or (null) lets it follow real time. */
export function moveClock(db: Database, actor: Organiser, to: Date | null): Promise<Result> {
  return db.transaction(async (tx) => {
    const locked = await lockRehearsal(tx, actor, "clock-live");
    if (!locked.ok) return locked;
    const before = locked.data;
    await tx
      .update(conferences)
      // A moved clock is no change of the settings: forms that are open elsewhere stay good.
      .set({ clockSetAt: to, updatedAt: sql`${conferences.updatedAt}` })
      .where(and(eq(conferences.id, before.id), eq(conferences.mode, "rehearsal")));
    await audit(tx, actor, "clock.moved", {
      from: before.clockSetAt?.toISOString() ?? null,
      to: to?.toISOString() ?? null,
      now: conferenceNow(before).toISOString(),
    });
    return ok(undefined);
  });
}

/** Leaves rehearsal for good: real time, real mail. Asks for the conference's name, typed. */
export function goLive(db: Database, actor: Organiser, { name }: { name: string }): Promise<Result> {
  return db.transaction(async (tx) => {
    const locked = await lockRehearsal(tx, actor, "already-live");
    if (!locked.ok) return locked;
    const before = locked.data;
    const same = (text: string) => text.normalize("NFC").trim().toLocaleLowerCase();
    if (same(name) !== same(before.name))
      return fail("invalid", { fields: { name: ["name-differs"] }, params: { name: before.name } });
    await tx
      .update(conferences)
      .set({ mode: "live", clockSetAt: null })
      .where(and(eq(conferences.id, before.id), eq(conferences.mode, "rehearsal")));
    await audit(tx, actor, "conference.went-live", { clock: before.clockSetAt?.toISOString() ?? null });
    return ok(undefined);
  });
}
