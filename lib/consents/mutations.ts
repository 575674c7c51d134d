import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { givenConsents } from "@/db/schema";

/** Keeps what was agreed to, by the version that was read. Agreeing again makes a withdrawn one good. */
export function writeConsents(
  tx: Transaction,
  registrationId: string,
  versionIds: string[],
  givenAt: Date,
): Promise<unknown>[] {
  if (versionIds.length === 0) return [];
  return [
    tx
      .insert(givenConsents)
      .values(versionIds.map((consentVersionId) => ({ registrationId, consentVersionId, givenAt })))
      .onConflictDoUpdate({
        target: [givenConsents.registrationId, givenConsents.consentVersionId],
        set: { givenAt: sql`excluded.given_at`, withdrawnAt: null },
      })
      .execute(),
  ];
}
