import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { consents, consentVersions, givenConsents } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Participant } from "@/lib/auth/actors";
import { conferenceNow } from "@/lib/clock";
import { writeConsents } from "@/lib/consents/mutations";
import { fail, ok, type Result } from "@/lib/result";

/** Gives an optional consent in the version that was read, or withdraws it. What was given stays on record. */
export async function chooseConsent(
  db: Database,
  participant: Participant,
  versionId: string,
  given: boolean,
): Promise<Result> {
  const { conference, registrationId } = participant;
  const now = conferenceNow(conference);
  return db.transaction(async (tx): Promise<Result> => {
    const [consent] = await tx
      .select({ id: consents.id, required: consents.required, archivedAt: consents.archivedAt })
      .from(consentVersions)
      .innerJoin(consents, eq(consents.id, consentVersions.consentId))
      .where(and(eq(consentVersions.id, versionId), eq(consents.conferenceId, conference.id)));
    if (!consent || (given && consent.archivedAt)) return fail("not-found");
    if (!given && consent.required) return fail("consent-required");
    if (given) {
      const row = { registrationId, consentVersionId: versionId, givenAt: now };
      await Promise.all(writeConsents(tx, [row]));
    } else {
      const versions = tx
        .select({ id: consentVersions.id })
        .from(consentVersions)
        .where(eq(consentVersions.consentId, consent.id));
      await tx
        .update(givenConsents)
        .set({ withdrawnAt: now })
        .where(
          and(
            eq(givenConsents.registrationId, registrationId),
            inArray(givenConsents.consentVersionId, versions),
            isNull(givenConsents.withdrawnAt),
          ),
        );
    }
    await recordAudit(tx, {
      actor: participant,
      conferenceId: conference.id,
      action: given ? "consent.given" : "consent.withdrawn",
      subject: "registration",
      subjectId: registrationId,
      detail: { versionId },
    });
    return ok(undefined);
  });
}
