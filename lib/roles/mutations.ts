import { and, eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { owners, persons, roles } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Organiser, Owner } from "@/lib/auth/actors";
import { isLocale, type Locale } from "@/lib/i18n/locales";
import { queueMail } from "@/lib/mail/queue";
import { type GivenRole, roleMail } from "@/lib/mail/roles";
import { fail, ok, type Result } from "@/lib/result";

/** The person of an address, made when nobody had it: whoever signs in with it is that person. */
async function personOf(tx: Transaction, email: string, locale: Locale) {
  await tx.insert(persons).values({ email, locale }).onConflictDoNothing({ target: persons.email });
  const [person] = await tx
    .select({ id: persons.id, number: persons.number, locale: persons.locale })
    .from(persons)
    .where(eq(persons.email, email));
  if (!person) throw new Error("The person was deleted while a role was given");
  return { ...person, locale: isLocale(person.locale) ? person.locale : locale };
}

/** Gives a role and tells the person by mail. Giving it twice gives it once. `locale`: of the page, for newcomers. */
export function giveRole(
  db: Database,
  actor: Organiser,
  { email, role }: { email: string; role: Exclude<GivenRole, "owner"> },
  locale: Locale,
): Promise<Result<{ already: boolean }>> {
  return db.transaction(async (tx) => {
    const { conference } = actor;
    const person = await personOf(tx, email, locale);
    const given = await tx
      .insert(roles)
      .values({ conferenceId: conference.id, personId: person.id, role })
      .onConflictDoNothing()
      .returning({ role: roles.role });
    if (given.length === 0) return ok({ already: true });
    await recordAudit(tx, {
      actor,
      conferenceId: conference.id,
      action: "role.given",
      subject: "person",
      subjectId: String(person.number),
      detail: { role },
    });
    await queueMail(tx, {
      conference,
      personId: person.id,
      recipient: email,
      locale: person.locale,
      kind: "role-given",
      content: await roleMail({ locale: person.locale, role, conference, email }),
    });
    return ok({ already: false });
  });
}

export function takeRole(
  db: Database,
  actor: Organiser,
  { personId, role }: { personId: string; role: Exclude<GivenRole, "owner"> },
): Promise<Result> {
  return db.transaction(async (tx) => {
    const { conference } = actor;
    const [taken] = await tx
      .delete(roles)
      .where(and(eq(roles.conferenceId, conference.id), eq(roles.personId, personId), eq(roles.role, role)))
      .returning({ personId: roles.personId });
    if (!taken) return fail("not-found");
    const [person] = await tx
      .select({ number: persons.number })
      .from(persons)
      .where(eq(persons.id, personId));
    await recordAudit(tx, {
      actor,
      conferenceId: conference.id,
      action: "role.taken",
      subject: "person",
      subjectId: String(person?.number ?? ""),
      detail: { role },
    });
    return ok(undefined);
  });
}

export function addOwner(
  db: Database,
  actor: Owner,
  { email }: { email: string },
  locale: Locale,
): Promise<Result<{ already: boolean }>> {
  return db.transaction(async (tx) => {
    const person = await personOf(tx, email, locale);
    const given = await tx
      .insert(owners)
      .values({ personId: person.id })
      .onConflictDoNothing()
      .returning({ personId: owners.personId });
    if (given.length === 0) return ok({ already: true });
    await recordAudit(tx, {
      actor,
      conferenceId: null,
      action: "owner.added",
      subject: "person",
      subjectId: String(person.number),
    });
    await queueMail(tx, {
      conference: null,
      personId: person.id,
      recipient: email,
      locale: person.locale,
      kind: "role-given",
      content: await roleMail({ locale: person.locale, role: "owner", conference: null, email }),
    });
    return ok({ already: false });
  });
}

const constraintOf = (error: unknown) =>
  error instanceof Error
    ? (error.cause as { constraint_name?: string } | undefined)?.constraint_name
    : undefined;

/** At least one owner stays: a trigger sees to it, also when two owners remove each other at once. */
export async function removeOwner(db: Database, actor: Owner, personId: string): Promise<Result> {
  try {
    return await db.transaction(async (tx) => {
      const [removed] = await tx
        .delete(owners)
        .where(eq(owners.personId, personId))
        .returning({ personId: owners.personId });
      if (!removed) return fail("not-found");
      const [person] = await tx
        .select({ number: persons.number })
        .from(persons)
        .where(eq(persons.id, personId));
      await recordAudit(tx, {
        actor,
        conferenceId: null,
        action: "owner.removed",
        subject: "person",
        subjectId: String(person?.number ?? ""),
      });
      return ok(undefined);
    });
  } catch (error) {
    if (constraintOf(error) === "owners_at_least_one") return fail("last-owner");
    throw error;
  }
}
