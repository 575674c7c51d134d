import { eq, sql } from "drizzle-orm";
import type { Database } from "../client";
import { conferences } from "../schema";
import { accounts, addAccounts } from "./demonstration/accounts";
import { addRegistrations } from "./demonstration/add-registrations";
import { addConference } from "./demonstration/conference";
import { facts } from "./demonstration/facts";
import { addFeedback } from "./demonstration/feedback";
import { addForm } from "./demonstration/form";
import { addProgramme } from "./demonstration/programme";
import { addReleases, type ReleaseTools } from "./demonstration/releases";
import { addSeats, type SeatTools } from "./demonstration/seats";
import { addStars } from "./demonstration/stars";
import { addTexts } from "./demonstration/texts";

/** What the demonstration does by the portal's own means; db may not import them. See lib/demonstration. */
export type DemonstrationTools = ReleaseTools &
  SeatTools & {
    /** Makes codes that the portal will know as its own. */
    drawTicketCode: () => string;
  };

/**
 * Loads the demonstration once; loading it again changes nothing, nor does it disturb what people have done
 * in it since. All or nothing, and servers that start together take turns. Answers who can sign in.
 */
export async function loadDemonstration(
  db: Database,
  tools: DemonstrationTools,
): Promise<{ accounts: { email: string; role: string }[] }> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('openfloor.demonstration'))`);
    const [there] = await tx
      .select({ id: conferences.id })
      .from(conferences)
      .where(eq(conferences.slug, facts.conference.slug));
    if (there) return;
    const conferenceId = await addConference(tx);
    const { organiser } = await addAccounts(tx, conferenceId);
    await addProgramme(tx, conferenceId);
    await addReleases(tx, conferenceId, organiser.number, tools);
    await addTexts(tx, conferenceId, organiser.number);
    const form = await addForm(tx, conferenceId);
    await addRegistrations(tx, conferenceId, form, {
      organiserNumber: organiser.number,
      drawTicketCode: tools.drawTicketCode,
    });
    await addSeats(tx, conferenceId, tools);
    await addStars(tx, conferenceId);
    await addFeedback(tx, conferenceId);
  });
  return { accounts: accounts.map((account) => ({ ...account })) };
}
