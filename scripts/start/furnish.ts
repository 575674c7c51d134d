import { connect } from "@/db/client";
import { loadDemonstration } from "@/db/seed/demonstration";
import { ensureOwner, hasOwner } from "@/db/seed/owner";
import { demonstrationTools } from "@/lib/demonstration";
import { ticketDrawer } from "@/lib/tickets/mutations";
import { step } from "./say";

export type Account = { email: string; role: string };

/** What stands in the tables from the start: the demonstration, if it is wanted, and the owner who was named. */
export async function furnish(
  databaseUrl: string,
  secret: string,
  demonstration: boolean,
  ownerEmail: string | undefined,
): Promise<Account[]> {
  const { db, sql } = connect(databaseUrl, 4);
  try {
    const accounts: Account[] = [];
    if (demonstration) {
      const loaded = await step("Looking after the demonstration (OPENFLOOR_DEMO=0 goes without)", () =>
        loadDemonstration(db, demonstrationTools(ticketDrawer(secret))),
      );
      accounts.push(...loaded.accounts);
    }
    if (ownerEmail) {
      await ensureOwner(db, ownerEmail);
      accounts.push({ email: ownerEmail.toLowerCase(), role: "owner" });
    }
    if (!(await hasOwner(db)))
      console.log("Nobody owns this installation yet: set OWNER_EMAIL to your address and start again.");
    return accounts;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
