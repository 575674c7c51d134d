import { inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { registrations } from "@/db/schema";
import { each } from "@/lib/each";
import { sweepOffers } from "@/lib/offers/mutations";

/**
 * Every minute: ends the offers whose time is over by the clock of their conference, and gives places that
 * became free without anyone doing anything (a code that ran out) to the next in line.
 */
export async function offers() {
  const conferences = await db
    .selectDistinct({ id: registrations.conferenceId })
    .from(registrations)
    .where(inArray(registrations.state, ["offered", "waitlisted"]));
  await each(conferences, async ({ id }) => {
    await sweepOffers(db, id);
    return 1;
  });
}
