import { and, eq, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { again } from "@/db/retry";
import { commitments, conferences, seats } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Organiser } from "@/lib/auth/actors";
import { conferenceNow } from "@/lib/clock";
import { fail, ok, type Result } from "@/lib/result";
import { endSeats, heldSeats } from "@/lib/seat-cancellations/mutations";
import { lockLines, lockSessions, moveUp } from "@/lib/seat-waiting-list/mutations";

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

/**
 * Leaves rehearsal for good: real time, real mail, and seats that take people's time. Asks for the conference's
 * name, typed.
 */
export const goLive = (db: Database, actor: Organiser, typed: { name: string }): Promise<Result> =>
  again(() => leaveRehearsal(db, actor, typed));

function leaveRehearsal(db: Database, actor: Organiser, { name }: { name: string }): Promise<Result> {
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
    await takeTime(tx, { ...before, mode: "live", now: conferenceNow({ mode: "live", clockSetAt: null }) });
    await audit(tx, actor, "conference.went-live", { clock: before.clockSetAt?.toISOString() ?? null });
    return ok(undefined);
  });
}

/** Seats that were rehearsed hold from now on; whoever has something real at that time by now loses them. */
async function takeTime(tx: Transaction, conference: Parameters<typeof moveUp>[1]) {
  const locked = await lockSessions(tx, conference.id);
  await lockLines(tx);
  const lost = await heldSeats(tx)
    .innerJoin(commitments, eq(commitments.seatId, seats.id))
    .where(
      and(
        eq(seats.conferenceId, conference.id),
        sql`exists (select from ${commitments} as other where other.person_id = ${commitments.personId}
          and not other.rehearsal and other.during && ${commitments.during})`,
      ),
    );
  await endSeats(tx, conference, null, lost, "organiser");
  await tx.update(commitments).set({ rehearsal: false }).where(eq(commitments.conferenceId, conference.id));
  await moveUp(tx, conference, locked);
}
