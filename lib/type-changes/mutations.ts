import { sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { auditEntries, registrations } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import type { Decided } from "@/lib/decisions/mutations";
import { passOn } from "@/lib/offers/mutations";
import { type LockedConference, lockConference } from "@/lib/places/mutations";
import { countPlaces } from "@/lib/places/queries";
import { findToMove, type Moving } from "@/lib/registration-states/mutations";
import { fail, ok, type Result } from "@/lib/result";
import { sortByRoom } from "./rules";

/** Registration by registration the type it is to have. */
export type Wanted = { id: string; typeId: string };

/**
 * Gives registrations another participant type, in order of arrival, as far as the new type has room. Nobody's
 * state changes, and nobody is written to. Who waits for a type goes before who is put into it.
 */
export function changeTypes(db: Database, organiser: Organiser, wanted: Wanted[]): Promise<Result<Decided>> {
  return db.transaction(async (tx): Promise<Result<Decided>> => {
    const conference = await lockConference(tx, organiser.conference.id);
    const { fit, found } = await changeTypesUnderLock(tx, conference, organiser, wanted);
    if (fit.length === 0) return fail(found === 0 ? "not-found" : "type-full-for-all");
    await passOn(tx, conference);
    return ok({ ids: fit.map(({ id }) => id), skipped: wanted.length - fit.length });
  });
}

/** As `changeTypes`, for who holds the lock and passes the freed places on afterwards. */
export async function changeTypesUnderLock(
  tx: Transaction,
  conference: LockedConference,
  organiser: Organiser,
  wanted: Wanted[],
): Promise<{ fit: Moving[]; found: number }> {
  await passOn(tx, conference);
  const target = new Map(wanted.map(({ id, typeId }) => [id, typeId]));
  const chosen = await findToMove(tx, conference, [...target.keys()]);
  const { places } = await countPlaces(tx, conference.id, conference.now);
  const changes = chosen.flatMap((registration) => {
    const typeId = target.get(registration.id);
    return typeId && typeId !== registration.typeId && places.types[typeId] ? [{ registration, typeId }] : [];
  });
  const { fit } = sortByRoom(changes, places);
  await write(tx, conference, organiser, fit);
  return { fit: fit.map(({ registration }) => registration), found: chosen.length };
}

async function write(
  tx: Transaction,
  conference: LockedConference,
  organiser: Organiser,
  changes: { registration: Moving; typeId: string }[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ registration, typeId }) => ({
    id: registration.id,
    before: registration.typeId,
    after: typeId,
  }));
  const written = await tx.execute(sql`
    update ${registrations} set type_id = changed.after, updated_at = now()
    from json_to_recordset(${JSON.stringify(rows)}::json) as changed(id uuid, before uuid, after uuid)
    where ${registrations.conferenceId} = ${conference.id}
      and ${registrations.id} = changed.id and ${registrations.typeId} = changed.before`);
  // Under the lock nobody else changes a type; if one changed, the decision rests on nothing.
  if (written.count !== rows.length) throw new Error("A type changed while its conference was locked");
  await tx.insert(auditEntries).values(
    rows.map(({ id, before, after }) => ({
      conferenceId: conference.id,
      actorNumber: organiser.number,
      network: organiser.network,
      action: "registration.type-changed",
      subject: "registration",
      subjectId: id,
      detail: { fromType: before, toType: after },
    })),
  );
}
