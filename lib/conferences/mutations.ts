import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Database, Transaction } from "@/db/client";
import { conferences, windows } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Organiser } from "@/lib/auth/actors";
import { conferenceNow } from "@/lib/clock";
import { passOnPlaces } from "@/lib/offers/mutations";
import { findPlaceCount } from "@/lib/places/queries";
import { fail, ok, type Result } from "@/lib/result";
import type { Places, Settings, Windows } from "./input";
import { findConference } from "./queries";

type Row = typeof conferences.$inferSelect;

/** The conference, locked, if it is still as it was when the form was filled in; else what it is now. */
async function locked(
  tx: Transaction,
  { conference }: Organiser,
  version: Date | null,
): Promise<Result<Row>> {
  const [row] = await tx
    .select()
    .from(conferences)
    .where(eq(conferences.id, conference.id))
    .for("no key update");
  if (!row) return fail("not-found");
  if (row.updatedAt.getTime() === version?.getTime()) return ok(row);
  return fail("changed-meanwhile", { values: { version: row.updatedAt.toISOString() } });
}

const differing = (before: Record<string, unknown>, after: Record<string, unknown>) =>
  Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));

const audit = (tx: Transaction, actor: Organiser, action: string, detail: Record<string, unknown> = {}) =>
  recordAudit(tx, {
    actor,
    conferenceId: actor.conference.id,
    action,
    subject: "conference",
    subjectId: actor.conference.id,
    detail,
  });

/** Names, days, place and people of a conference. The address in the browser (slug) never changes. */
export function changeSettings(
  db: Database,
  actor: Organiser,
  { version, settings }: z.infer<typeof Settings>,
): Promise<Result> {
  return db.transaction(async (tx) => {
    const before = await locked(tx, actor, version);
    if (!before.ok) return before;
    const changed = differing(before.data, settings);
    if (changed.length === 0) return ok(undefined);
    await tx.update(conferences).set(settings).where(eq(conferences.id, actor.conference.id));
    await audit(tx, actor, "conference.changed", { fields: changed });
    return ok(undefined);
  });
}

/** Fewer places than are taken must be said twice: nobody loses a place, and nobody new gets one. */
export function changePlaces(
  db: Database,
  actor: Organiser,
  { version, capacity, offerHours, sure }: z.infer<typeof Places>,
): Promise<Result> {
  return db.transaction(async (tx) => {
    const before = await locked(tx, actor, version);
    if (!before.ok) return before;
    const { taken } = await findPlaceCount(tx, before.data.id, conferenceNow(before.data));
    if (capacity < taken && capacity < before.data.capacity && !sure)
      return fail("capacity-below-taken", { params: { taken, capacity } });
    const changed = differing(before.data, { capacity, offerHours });
    if (changed.length === 0) return ok(undefined);
    await tx.update(conferences).set({ capacity, offerHours }).where(eq(conferences.id, actor.conference.id));
    await audit(tx, actor, "conference.places-changed", {
      from: { capacity: before.data.capacity, offerHours: before.data.offerHours },
      to: { capacity, offerHours },
    });
    await passOnPlaces(tx, actor.conference.id);
    return ok(undefined);
  });
}

export function changeWindows(
  db: Database,
  actor: Organiser,
  { version, windows: wanted }: z.infer<ReturnType<typeof Windows<Windowed>>>,
): Promise<Result> {
  return db.transaction(async (tx) => {
    const before = await locked(tx, actor, version);
    if (!before.ok) return before;
    const conferenceId = actor.conference.id;
    const stood = (await findConference(tx, actor.conference.slug))?.windows;
    const changed = wanted.filter(
      ({ module, opensAt, closesAt }) =>
        stood?.[module].opensAt?.getTime() !== opensAt?.getTime() ||
        stood?.[module].closesAt?.getTime() !== closesAt?.getTime(),
    );
    for (const window of changed) {
      await tx
        .insert(windows)
        .values({ conferenceId, ...window })
        .onConflictDoUpdate({
          target: [windows.conferenceId, windows.module],
          set: { opensAt: window.opensAt, closesAt: window.closesAt },
        });
    }
    if (changed.length === 0) return ok(undefined);
    // The windows have no time of change of their own; the conference's tells who saves second.
    await tx.update(conferences).set({ updatedAt: new Date() }).where(eq(conferences.id, conferenceId));
    await audit(tx, actor, "conference.windows-changed", {
      windows: changed.map(({ module, opensAt, closesAt }) => ({ module, opensAt, closesAt })),
    });
    return ok(undefined);
  });
}

type Windowed = (typeof windows.$inferInsert)["module"];
