import { inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { commitments, conferences, registrations, releasedSessions, seats } from "@/db/schema";

/**
 * Takes the time of these seats for their people, as the last release has it, in order of booking. Who has
 * something else then gets nothing and is left out of the answer: the exclusion constraint decides, also
 * against what another transaction is just writing. See docs/decisions/041-seats.md.
 */
export async function commitSeats(tx: Transaction, seatIds: string[]): Promise<string[]> {
  if (seatIds.length === 0) return [];
  const rows = await tx.execute<{ seatId: string }>(sql`
    insert into ${commitments} (conference_id, person_id, kind, seat_id, during, rehearsal)
    select s.conference_id, r.person_id, 'seat', s.id, tstzrange(t.starts_at, t.ends_at), c.mode = 'rehearsal'
    from ${seats} s
    join ${conferences} c on c.id = s.conference_id
    join ${registrations} r on r.id = s.registration_id
    join ${releasedSessions} t on t.session_id = s.session_id
    where s.id in ${seatIds}
    order by s.booked_at nulls last, s.arrival
    on conflict do nothing
    returning seat_id as "seatId"`);
  return rows.map(({ seatId }) => seatId);
}

/** Gives the time of these seats back. */
export async function freeSeats(tx: Transaction, seatIds: string[]): Promise<void> {
  if (seatIds.length > 0) await tx.delete(commitments).where(inArray(commitments.seatId, seatIds));
}
