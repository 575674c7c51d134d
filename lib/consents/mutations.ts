import { and, desc, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Database, Transaction } from "@/db/client";
import { consents, consentVersions, givenConsents } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Organiser } from "@/lib/auth/actors";
import { locales } from "@/lib/i18n/locales";
import { fail, ok, type Result } from "@/lib/result";
import { rowArchiver, rowMover } from "@/lib/row-mutations";
import type { ConsentInput } from "./input";

/** Keeps what was agreed to, by the version that was read. Agreeing again makes a withdrawn one good. */
export function writeConsents(
  tx: Transaction,
  given: { registrationId: string; consentVersionId: string; givenAt: Date }[],
): Promise<unknown>[] {
  if (given.length === 0) return [];
  return [
    tx
      .insert(givenConsents)
      .values(given)
      .onConflictDoUpdate({
        target: [givenConsents.registrationId, givenConsents.consentVersionId],
        set: { givenAt: sql`excluded.given_at`, withdrawnAt: null },
      })
      .execute(),
  ];
}

const ours = ({ conference }: Organiser, id: string) =>
  and(eq(consents.id, id), eq(consents.conferenceId, conference.id));

const audit = (tx: Transaction, actor: Organiser, action: string, id: string, detail: object = {}) =>
  recordAudit(tx, {
    actor,
    conferenceId: actor.conference.id,
    action: `consent.${action}`,
    subject: "consent",
    subjectId: id,
    detail: { ...detail },
  });

type Input = z.infer<ReturnType<typeof ConsentInput>>;

export function addConsent(
  db: Database,
  actor: Organiser,
  { required, wording }: Input,
): Promise<Result<string>> {
  return db.transaction(async (tx) => {
    const [made] = await tx
      .insert(consents)
      .values({
        required,
        conferenceId: actor.conference.id,
        position: sql`(select coalesce(max(position), -1) + 1 from ${consents}
          where ${consents.conferenceId} = ${actor.conference.id})`,
      })
      .returning({ id: consents.id });
    if (!made) throw new Error("The consent was not written");
    await tx.insert(consentVersions).values({ consentId: made.id, version: 1, wording });
    await audit(tx, actor, "added", made.id);
    return ok(made.id);
  });
}

/** A changed wording is a new version; who agreed to an earlier one has agreed to that one. */
export function changeConsent(
  db: Database,
  actor: Organiser,
  id: string,
  { version, required, wording }: Input,
): Promise<Result> {
  return db.transaction(async (tx) => {
    const [consent] = await tx.select().from(consents).where(ours(actor, id)).for("update");
    if (!consent) return fail("not-found");
    const [newest] = await tx
      .select({ version: consentVersions.version, wording: consentVersions.wording })
      .from(consentVersions)
      .where(eq(consentVersions.consentId, id))
      .orderBy(desc(consentVersions.version))
      .limit(1);
    if (!newest) throw new Error("A consent without a wording");
    if (newest.version !== version)
      return fail("changed-meanwhile", { values: { version: String(newest.version) } });
    const same = locales.every((locale) => (newest.wording[locale] ?? "") === (wording[locale] ?? ""));
    if (!same)
      await tx.insert(consentVersions).values({ consentId: id, version: newest.version + 1, wording });
    await tx.update(consents).set({ required }).where(ours(actor, id));
    await audit(tx, actor, "changed", id, { required, version: same ? newest.version : newest.version + 1 });
    return ok(undefined);
  });
}

/** An archived consent is asked of nobody; what was agreed to stays. */
export const archiveConsent = rowArchiver("consents", "consent");

/** Only a consent that nobody has ever given can vanish. */
export function removeConsent(db: Database, actor: Organiser, id: string): Promise<Result> {
  return db.transaction(async (tx) => {
    const [consent] = await tx.select().from(consents).where(ours(actor, id)).for("update");
    if (!consent) return fail("not-found");
    const given = await tx.$count(
      givenConsents,
      sql`${givenConsents.consentVersionId} in (select id from ${consentVersions} where ${consentVersions.consentId} = ${id})`,
    );
    if (given > 0) return fail("consent-given");
    await tx.delete(consents).where(ours(actor, id));
    await audit(tx, actor, "removed", id);
    return ok(undefined);
  });
}

export const moveConsent = rowMover("consents", "consent", "moved");
