import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Database, Transaction } from "@/db/client";
import { conferences, participantTypes } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Owner } from "@/lib/auth/actors";
import type { NewConference, NextEdition } from "@/lib/conferences/input";
import { copyEdition } from "@/lib/edition-copies/mutations";
import { locales } from "@/lib/i18n/locales";
import { translatorFor } from "@/lib/i18n/translator";
import { fail, ok, type Result } from "@/lib/result";

type Row = typeof conferences.$inferSelect;

/** Writes the row of a conference in rehearsal, unless its address is taken. */
async function insert(tx: Transaction, values: typeof conferences.$inferInsert) {
  const [made] = await tx
    .insert(conferences)
    .values({ ...values, mode: "rehearsal", clockSetAt: null, isDemonstration: false })
    .onConflictDoNothing({ target: conferences.slug })
    .returning();
  return made;
}

const slugTaken = () => fail("invalid", { fields: { slug: ["slug-taken"] } });

const audit = (tx: Transaction, actor: Owner, conference: Row, detail: object) =>
  recordAudit(tx, {
    actor,
    conferenceId: conference.id,
    action: "conference.made",
    subject: "conference",
    subjectId: conference.id,
    detail: { slug: conference.slug, ...detail },
  });

/** A conference with one participant type that takes anyone: enough to open registration. */
export function makeConference(
  db: Database,
  actor: Owner,
  input: z.infer<typeof NewConference>,
): Promise<Result<{ slug: string }>> {
  return db.transaction(async (tx) => {
    const made = await insert(tx, input);
    if (!made) return slugTaken();
    const names = await Promise.all(
      locales.map(async (locale) => [locale, (await translatorFor(locale, "owner"))("firstType")]),
    );
    await tx
      .insert(participantTypes)
      .values({ conferenceId: made.id, name: Object.fromEntries(names), position: 0 });
    await audit(tx, actor, made, {});
    return ok({ slug: made.slug });
  });
}

/**
 * The next edition of a conference: its settings, windows (moved with the first day), pages, topics, types,
 * questions and consents. Not its people, not its programme.
 */
export function makeNextEdition(
  db: Database,
  actor: Owner,
  { from: slug, ...input }: z.infer<typeof NextEdition>,
): Promise<Result<{ slug: string }>> {
  return db.transaction(async (tx) => {
    const [from] = await tx.select().from(conferences).where(eq(conferences.slug, slug));
    if (!from) return fail("not-found");
    const { id: _, createdAt: _created, updatedAt: _updated, ...settings } = from;
    const to = await insert(tx, {
      ...settings,
      ...input,
      edition: from.edition === null ? null : from.edition + 1,
    });
    if (!to) return slugTaken();
    await copyEdition(tx, { from, to }, actor.number);
    await audit(tx, actor, to, { from: from.slug });
    return ok({ slug: to.slug });
  });
}
