import type { Database } from "../client";
import { ensureOwner } from "./owner";

/** Loads the demonstration once; loading it again changes nothing. Answers who can sign in. */
export async function loadDemonstration(db: Database): Promise<{ accounts: { email: string; role: string }[] }> {
  await ensureOwner(db, "owner@example.org");
  return { accounts: [{ email: "owner@example.org", role: "owner" }] };
}
