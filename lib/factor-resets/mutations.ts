import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { authSessions, persons, secondFactors } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Owner } from "@/lib/auth/actors";
import { isLocale } from "@/lib/i18n/locales";
import { factorResetMail } from "@/lib/mail/factor-resets";
import { queueMail } from "@/lib/mail/queue";
import { fail, ok, type Result } from "@/lib/result";

/**
 * Switches the second factor of someone who lost it off, and tells them. Fails with "reset-own" (whoever holds
 * an open session of an owner could otherwise do without the code) and "reset-none".
 */
export async function resetSecondFactor(db: Database, owner: Owner, email: string): Promise<Result> {
  if (email === owner.email) return fail("reset-own", { fields: { email: ["reset-own"] } });
  return db.transaction(async (tx) => {
    const whose = tx.select({ id: persons.id }).from(persons).where(eq(persons.email, email));
    const [removed] = await tx
      .delete(secondFactors)
      .where(and(inArray(secondFactors.personId, whose), isNotNull(secondFactors.confirmedAt)))
      .returning({ personId: secondFactors.personId });
    const [person] = removed
      ? await tx.select().from(persons).where(eq(persons.id, removed.personId)).for("key share")
      : [];
    if (!person) return fail("reset-none", { fields: { email: ["reset-none"] } });
    // One of them may wait for the code, opened by someone who has the mails but not the phone.
    await tx.delete(authSessions).where(eq(authSessions.personId, person.id));
    await recordAudit(tx, {
      actor: owner,
      conferenceId: null,
      action: "second-factor.reset",
      subject: "person",
      subjectId: String(person.number),
    });
    await queueMail(tx, {
      conference: null,
      personId: person.id,
      recipient: person.email,
      locale: person.locale,
      kind: "second-factor-reset",
      content: await factorResetMail(isLocale(person.locale) ? person.locale : "en"),
    });
    return ok(undefined);
  });
}
