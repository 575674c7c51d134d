import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { type Arrival, writeArrivals } from "@/lib/arrival-rows/mutations";
import { passOn } from "@/lib/offers/mutations";
import { lockConference } from "@/lib/places/mutations";
import { countPlaces } from "@/lib/places/queries";
import { openPlaces } from "@/lib/places/rules";
import { findRegistrationWindow, listOwnRegistrations } from "@/lib/registrations/queries";
import type { Result } from "@/lib/result";
import { together } from "@/lib/together";
import { decideArrivals, type Registered } from "./rules";

type Options = {
  /** false oversells; for the tests that show it. */
  lock?: boolean;
};

/**
 * Registers those who arrived together, in their order, under one lock of the conference's row. Each has an
 * answer of their own; expected failures of one do not touch the others. All are of one conference.
 */
export function registerArrivals(
  db: Database,
  conferenceId: string,
  arrivals: Arrival[],
  { lock = true }: Options = {},
): Promise<Result<Registered>[]> {
  return db.transaction(async (tx) => {
    const conference = await lockConference(tx, conferenceId, { lock });
    const personIds = arrivals.map(({ guest }) => guest.personId);
    const [own, window, counted] = await Promise.all([
      listOwnRegistrations(tx, conferenceId, personIds),
      findRegistrationWindow(tx, conferenceId),
      countPlaces(tx, conferenceId, conference.now),
    ]);
    // Whoever is in line goes first, also when a code ran out a moment ago and nobody has passed its places on yet.
    const stale = counted.waiting > 0 && openPlaces(counted.places) > 0;
    const { places, waiting } = stale ? await passOn(tx, conference) : counted;
    const decided = decideArrivals(
      { ...counted, places, waiting, window, now: conference.now, own, newId: randomUUID },
      arrivals.map(({ guest, input }) => ({ personId: guest.personId, ...input })),
    );
    await writeArrivals(
      tx,
      conference,
      decided.flatMap(({ arrived }, index) => {
        const arrival = arrivals[index];
        return arrived && arrival ? [{ ...arrival, ...arrived }] : [];
      }),
    );
    return decided.map(({ result }) => result);
  });
}

type Door = (arrival: Arrival) => Promise<Result<Registered>>;
const doors = new WeakMap<Database, Map<string, Door>>();

/**
 * Registers one person. Those who come while others of their conference are being registered by this process
 * go together in the next round: a crowd takes the lock a few times instead of once for each.
 */
export function registerArrival(db: Database, arrival: Arrival): Promise<Result<Registered>> {
  const ofDatabase = doors.get(db) ?? new Map<string, Door>();
  doors.set(db, ofDatabase);
  const { id } = arrival.guest.conference;
  const door = ofDatabase.get(id) ?? together((arrivals: Arrival[]) => registerArrivals(db, id, arrivals));
  ofDatabase.set(id, door);
  return door(arrival);
}
