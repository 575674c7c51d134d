import { and, eq, sql } from "drizzle-orm";
import { conferences, participantTypes, registrations } from "@/db/schema";
import { lockConference } from "@/lib/places/mutations";
import { countPlaces } from "@/lib/places/queries";
import { decidePlace } from "@/lib/places/rules";
import { aPerson } from "@/tests/factories";
import type { Ground } from "./support";

const PLACES = 20;
const PEOPLE = 200;

/**
 * The same steps as `register` (lock, count, decide, write) with the lock left out, 200 people on 40
 * connections: answers how many hold one of 20 places afterwards. More than 20 shows what the lock is for.
 */
export async function overselling(ground: Ground): Promise<number> {
  const url = await ground.database();
  const { db } = ground.open(url, 40);
  const [conference] = await db.select().from(conferences).where(eq(conferences.slug, "ecc2019"));
  if (!conference) throw new Error("The demonstration is not there");
  await db.delete(registrations);
  await db.update(conferences).set({ capacity: PLACES });
  await db.execute(sql`update participant_types set capacity = null, needs_approval = false`);
  await db.execute(sql`update invitations set revoked_at = now()`);
  const [type] = await db
    .select()
    .from(participantTypes)
    .where(eq(participantTypes.conferenceId, conference.id));
  if (!type) throw new Error("The demonstration has no participant types");
  const people = await Promise.all(Array.from({ length: PEOPLE }, () => aPerson(db)));
  await Promise.all(
    people.map((person) =>
      db.transaction(async (tx) => {
        const { now } = await lockConference(tx, conference.id, { lock: false });
        const { places } = await countPlaces(tx, conference.id, now);
        const state = decidePlace(places, { typeId: type.id, needsApproval: false, invitation: undefined });
        if (state !== "confirmed") return;
        await tx.insert(registrations).values({
          conferenceId: conference.id,
          personId: person.id,
          typeId: type.id,
          state,
          givenName: "Someone",
          familyName: "Unlocked",
          country: "RO",
          registeredAt: now,
          confirmedAt: now,
          ticketCode: person.id.replaceAll("-", "").slice(0, 12).toUpperCase(),
        });
      }),
    ),
  );
  return db.$count(
    registrations,
    and(eq(registrations.conferenceId, conference.id), eq(registrations.state, "confirmed")),
  );
}
