import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { conferences } from "@/db/schema";
import { conferenceNow } from "@/lib/clock";

declare const proof: unique symbol;

const columns = {
  id: conferences.id,
  slug: conferences.slug,
  name: conferences.name,
  locale: conferences.locale,
  mode: conferences.mode,
  clockSetAt: conferences.clockSetAt,
  timeZone: conferences.timeZone,
  startsOn: conferences.startsOn,
  endsOn: conferences.endsOn,
  offerHours: conferences.offerHours,
  venueName: conferences.venueName,
  venueCity: conferences.venueCity,
  contactEmail: conferences.contactEmail,
  seatMinutes: conferences.seatMinutes,
};

type Columns = { [Key in keyof typeof columns]: (typeof conferences.$inferSelect)[Key] };
/** A conference whose row this transaction holds. Only `lockConference` makes one. */
export type LockedConference = Columns & { now: Date; readonly [proof]: "locked" };

/**
 * Everyone who takes or gives back a place comes through here, one at a time, until the transaction ends.
 * What is read after it is true until then. FOR NO KEY UPDATE and not FOR UPDATE: rows that only refer to the
 * conference (mails, audit entries) can still be written meanwhile. See docs/decisions/010-places.md.
 * `lock: false` is for the tests that show what happens without.
 */
export async function lockConference(
  tx: Transaction,
  conferenceId: string,
  { lock = true }: { lock?: boolean } = {},
): Promise<LockedConference> {
  const read = tx.select(columns).from(conferences).where(eq(conferences.id, conferenceId));
  const [conference] = await (lock ? read.for("no key update") : read).prepare("lock_conference").execute();
  if (!conference) throw new Error("The conference was deleted meanwhile");
  return { ...conference, now: conferenceNow(conference) } as LockedConference;
}
