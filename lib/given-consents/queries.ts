import { and, asc, desc, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { consents, consentVersions, givenConsents } from "@/db/schema";

/**
 * The consents of a registration: each with the wording that was agreed to, or else the newest one, which can
 * be agreed to now. Archived ones only where they were given.
 */
export async function listOwnConsents(executor: Executor, conferenceId: string, registrationId: string) {
  const rows = await executor
    .select({
      id: consents.id,
      required: consents.required,
      archivedAt: consents.archivedAt,
      versionId: consentVersions.id,
      version: consentVersions.version,
      wording: consentVersions.wording,
      givenAt: givenConsents.givenAt,
      withdrawnAt: givenConsents.withdrawnAt,
    })
    .from(consents)
    .innerJoin(consentVersions, eq(consentVersions.consentId, consents.id))
    .leftJoin(
      givenConsents,
      and(
        eq(givenConsents.consentVersionId, consentVersions.id),
        eq(givenConsents.registrationId, registrationId),
      ),
    )
    .where(eq(consents.conferenceId, conferenceId))
    .orderBy(asc(consents.position), asc(consents.id), desc(consentVersions.version));
  const byConsent = new Map<string, typeof rows>();
  for (const row of rows) byConsent.set(row.id, [...(byConsent.get(row.id) ?? []), row]);
  return [...byConsent.values()].flatMap((versions) => {
    const newest = versions[0];
    const standing = versions.find(({ givenAt, withdrawnAt }) => givenAt && !withdrawnAt);
    const shown = standing ?? newest;
    if (!shown || !newest || (shown.archivedAt && !standing)) return [];
    return [{ ...shown, isNewest: shown.versionId === newest.versionId }];
  });
}
