import { createHash } from "node:crypto";
import { asc, eq, inArray, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { again } from "@/db/retry";
import { erasures, persons, registrations } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Person } from "@/lib/auth/actors";
import { log } from "@/lib/log";
import { passOnPlaces } from "@/lib/offers/mutations";
import { erasedTables } from "@/lib/personal-columns/rules";
import { ofPerson, type Whose } from "@/lib/personal-data/queries";
import { lockConference } from "@/lib/places/mutations";
import { fail, ok, type Result } from "@/lib/result";
import { endSeatsOf } from "@/lib/seat-cancellations/mutations";

/** What the journal keeps of a person. */
export const personHash = (personId: string) => createHash("sha256").update(personId).digest("hex");

/**
 * Erases the account and everything that table of lib/personal-data lists with it, and passes places on that
 * become free. Fails with "last-owner": someone must run the installation.
 */
export async function eraseAccount(db: Database, person: Person): Promise<Result> {
  return erase(db, person, "person.erased");
}

/** For jobs and the script after a restore, where nobody asks. `action` says why in the audit log. */
export async function erase(
  db: Database,
  whose: Whose,
  action: "person.erased" | "person.erased-again" | "person.expired",
): Promise<Result> {
  try {
    await again(() => db.transaction((tx) => eraseRows(tx, whose, action)));
    // The journal's line outside of the database: what `npm run erasures -- again` reads when all else is lost.
    log.info({ erasure: personHash(whose.personId) }, "an account was erased");
    return ok(undefined);
  } catch (error) {
    if (isLastOwner(error)) return fail("last-owner");
    throw error;
  }
}

async function eraseRows(tx: Transaction, whose: Whose, action: string): Promise<void> {
  const held = await tx
    .select({ id: registrations.id, conferenceId: registrations.conferenceId })
    .from(registrations)
    .where(eq(registrations.personId, whose.personId))
    .orderBy(asc(registrations.conferenceId));
  // Before any row goes, and in one order, as everyone who gives places back does.
  const locked = [];
  for (const { id, conferenceId } of held)
    locked.push({ id, conference: await lockConference(tx, conferenceId) });
  // Held, so that no seat is booked for them meanwhile; and before the person's row, as who books does.
  await tx
    .select({ id: registrations.id })
    .from(registrations)
    .where(eq(registrations.personId, whose.personId))
    .orderBy(asc(registrations.id))
    .for("update");
  for (const { id, conference } of locked) await endSeatsOf(tx, conference, [id]);
  const own = eq(persons.id, whose.personId);
  const [there] = await tx.select({ id: persons.id }).from(persons).where(own).for("update");
  // Pressed twice: the first one did it.
  if (!there) return;
  for (const table of erasedTables()) {
    const theirs = sql`from ${sql.identifier(table)} where ${ofPerson(table, whose)}`;
    const [found] = await tx.execute<{ any: boolean }>(sql`select exists (select ${theirs}) as any`);
    // The trigger on owners speaks up at every DELETE, also at one that finds nobody.
    if (found?.any) await tx.execute(sql`delete ${theirs}`);
  }
  await tx
    .insert(erasures)
    .values({ personHash: personHash(whose.personId) })
    .onConflictDoNothing();
  await recordAudit(tx, {
    actor: action === "person.erased" ? { number: whose.number, network: "" } : null,
    conferenceId: null,
    action,
    subject: "person",
    subjectId: String(whose.number),
  });
  for (const { conferenceId } of held) await passOnPlaces(tx, conferenceId);
}

/** The trigger on owners, wherever the driver or drizzle put the error. */
function isLastOwner(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("constraint_name" in at && at.constraint_name === "owners_at_least_one") return true;
  }
  return false;
}

/**
 * Erases again whom a restored backup brought back: those whose hash stands in the journal of the database or
 * in `journal`, which was kept elsewhere. Answers how many, and how many could not go because they are the
 * last owner. Harmless twice.
 */
export async function eraseAgain(
  db: Database,
  journal: string[],
): Promise<{ erased: number; lastOwners: number }> {
  for (let from = 0; from < journal.length; from += 1000) {
    const rows = journal.slice(from, from + 1000).map((hash) => ({ personHash: hash }));
    await db.insert(erasures).values(rows).onConflictDoNothing();
  }
  const back = await db
    .select({ personId: persons.id, number: persons.number, email: persons.email })
    .from(persons)
    .where(
      inArray(
        sql`encode(sha256(convert_to(${persons.id}::text, 'UTF8')), 'hex')`,
        db.select({ hash: erasures.personHash }).from(erasures),
      ),
    );
  let lastOwners = 0;
  for (const whose of back) {
    if (!(await erase(db, whose, "person.erased-again")).ok) lastOwners += 1;
  }
  return { erased: back.length - lastOwners, lastOwners };
}
