import { db } from "@/db/client";
import { realNow } from "@/lib/clock";
import { retain } from "@/lib/retention/mutations";

/** Once a day: what the table of personal data no longer lets us keep. */
export async function retention() {
  await retain(db, realNow());
}
