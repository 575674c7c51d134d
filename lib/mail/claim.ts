import { and, notExists, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database, Transaction } from "@/db/client";
import { outbox } from "@/db/schema";
import { log } from "@/lib/log";
import { MINUTES } from "@/lib/sign-in/rules";
import type { ClaimedMail, Outcome } from "./sender";

/** How long a worker may be silent before another one takes its mails over. */
const LEASE_SECONDS = 120;
/** With the waits below about a day, which is as long as providers remember a key. */
const ATTEMPTS = 100;
const LONGEST_WAIT = 15 * 60;
/** Of the advisory lock under which mails are claimed. */
const CLAIMING = 7_301_402;

/** Seconds to wait after so many attempts: 5, 10, 20 … 15 minutes. */
export const waitAfter = (attempts: number) => Math.min(LONGEST_WAIT, 5 * 2 ** Math.max(0, attempts - 1));

/**
 * Takes the mails that go next in one request: at most `most` that are due, the most urgent first, or a
 * batch that was on its way when its worker went away or the provider did; that one as it was.
 */
export function claim(db: Database, most: number, now: Date): Promise<ClaimedMail[]> {
  return db.transaction(async (tx) => {
    // One claims at a time, so that two never take halves of one batch; it takes a millisecond.
    await tx.execute(sql`select pg_advisory_xact_lock(${CLAIMING})`);
    // The database's own time too: its clock, which wrote due_at, may be a little ahead of ours.
    const at = sql`greatest(${now.toISOString()}::timestamptz, now())`;
    const ready = sql`${outbox.state} in ('queued', 'sending') and (
      (${outbox.state} = 'queued' and ${outbox.dueAt} <= ${at}) or
      (${outbox.state} = 'sending' and ${outbox.leaseUntil} <= ${at}))`;
    await expire(tx, ready, at);
    const next = await pick(tx, ready, 1);
    if (!next[0]) return [];
    const again = next[0].batchId;
    if (again) return take(tx, sql`${outbox.batchId} = ${again} and ${ready}`, again, now);
    // Mails to sign in go among themselves, so that a batch of them can expire as a whole.
    const alike = sql`(${outbox.kind} = 'sign-in') = ${next[0].kind === "sign-in"}`;
    const fresh = await pick(tx, sql`${outbox.batchId} is null and ${alike} and ${ready}`, most);
    const [first] = fresh;
    if (!first) return [];
    const key = fresh.length === 1 ? first.id : crypto.randomUUID();
    return take(tx, sql`${outbox.id} in ${fresh.map(({ id }) => id)}`, key, now);
  });
}

// A code and a link have done their work, or never will; a dump shall not hold them.
const forgotten = { subject: "", text: "", html: "" };

/**
 * Mails to sign in whose code and link are good no more are not sent: after hours without a provider they
 * would only stand before those that someone waits for. Of a batch that was on its way all or none, because
 * it may only be repeated as it was.
 */
async function expire(tx: Transaction, ready: SQL, at: SQL): Promise<void> {
  const good = sql`${at} - make_interval(mins => ${MINUTES})`;
  const dead = sql`${outbox.kind} = 'sign-in' and ${outbox.createdAt} < ${good}`;
  const batch = alias(outbox, "batch");
  const holdsOthers = tx
    .select({ one: sql`1` })
    .from(batch)
    .where(
      sql`${batch.batchId} = ${outbox.batchId} and ${batch.state} in ('queued', 'sending')
        and (${batch.kind} <> 'sign-in' or ${batch.createdAt} >= ${good})`,
    );
  const expired = await tx
    .update(outbox)
    .set({ ...forgotten, state: "expired", leaseUntil: null })
    .where(and(ready, dead, notExists(holdsOthers)))
    .returning({ id: outbox.id });
  if (expired.length > 0)
    log.warn({ mails: expired.length }, "mails to sign in expired before they could go");
}

const pick = (tx: Transaction, ready: SQL, most: number) =>
  tx
    .select({ id: outbox.id, batchId: outbox.batchId, kind: outbox.kind })
    .from(outbox)
    .where(ready)
    .orderBy(outbox.priority, outbox.dueAt)
    .limit(most)
    .for("update", { skipLocked: true });

async function take(tx: Transaction, which: SQL, batchId: string, now: Date): Promise<ClaimedMail[]> {
  const taken = await tx
    .update(outbox)
    .set({
      state: "sending",
      batchId,
      attempts: sql`${outbox.attempts} + 1`,
      leaseUntil: new Date(now.getTime() + LEASE_SECONDS * 1000),
    })
    .where(which)
    .returning();
  // The same order each time: a provider compares a repeated request with the first.
  return taken.map((mail) => ({ ...mail, batchId })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Writes down how it went. A worker whose claim was taken over meanwhile changes nothing. */
export async function settle(db: Database, mails: ClaimedMail[], outcome: Outcome, now: Date): Promise<void> {
  const ours = (mail: ClaimedMail) =>
    sql`${outbox.id} = ${mail.id} and ${outbox.state} = 'sending' and ${outbox.attempts} = ${mail.attempts}`;
  await db.transaction(async (tx) => {
    for (const [index, mail] of mails.entries()) {
      await tx
        .update(outbox)
        .set(fate(mail, outcome, index, mails.length, now))
        .where(ours(mail));
    }
  });
}

function fate(mail: ClaimedMail, outcome: Outcome, index: number, size: number, now: Date) {
  const done = { leaseUntil: null };
  if (outcome.kind === "sent") {
    const sent = { state: "sent" as const, sentAt: now, error: null, providerId: outcome.ids[index] ?? null };
    return { ...done, ...sent, ...(mail.kind === "sign-in" ? forgotten : {}) };
  }
  const { error } = outcome;
  if (outcome.kind === "refused") {
    // One wrong address must not hold ninety-nine mails: each goes alone, then the wrong one is found.
    const parted = { ...done, state: "queued" as const, batchId: mail.id, dueAt: now, error };
    return size > 1 && !outcome.whole ? parted : { ...done, state: "failed" as const, error };
  }
  if (mail.attempts >= ATTEMPTS) return { ...done, state: "failed" as const, error };
  const wait = Math.max(outcome.wait ?? 0, waitAfter(mail.attempts));
  return { ...done, state: "queued" as const, dueAt: new Date(now.getTime() + wait * 1000), error };
}
