import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Database, Transaction } from "@/db/client";
import {
  conferences,
  consents,
  consentVersions,
  editions,
  pages,
  pageVersions,
  participantTypes,
  questions,
  topics,
  windows,
} from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Owner } from "@/lib/auth/actors";
import type { NewConference, NextEdition } from "@/lib/conferences/input";
import { shiftWindow } from "@/lib/conferences/rules";
import { daysFrom, formatDayRange } from "@/lib/dates";
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

type Copy = { from: Row; to: Row };

async function copyWindows(tx: Transaction, { from, to }: Copy) {
  const days = daysFrom(from.startsOn, to.startsOn);
  const rows = await tx.select().from(windows).where(eq(windows.conferenceId, from.id));
  if (rows.length === 0) return;
  await tx.insert(windows).values(
    rows.map((window) => ({
      module: window.module,
      conferenceId: to.id,
      ...shiftWindow(window, days, from.timeZone),
    })),
  );
}

/** The newest text of each page and language, as the first version of the new one. */
async function copyPages(tx: Transaction, { from, to }: Copy, authorNumber: number) {
  const texts = await tx
    .selectDistinctOn([pages.slug, pageVersions.locale], {
      slug: pages.slug,
      locale: pageVersions.locale,
      title: pageVersions.title,
      body: pageVersions.body,
    })
    .from(pageVersions)
    .innerJoin(pages, eq(pages.id, pageVersions.pageId))
    .where(eq(pages.conferenceId, from.id))
    .orderBy(pages.slug, pageVersions.locale, desc(pageVersions.version));
  const slugs = [...new Set(texts.map(({ slug }) => slug))];
  if (slugs.length === 0) return;
  const made = await tx
    .insert(pages)
    .values(slugs.map((slug) => ({ conferenceId: to.id, slug })))
    .returning({ id: pages.id, slug: pages.slug });
  const ids = new Map(made.map(({ id, slug }) => [slug, id]));
  await tx.insert(pageVersions).values(
    texts.flatMap(({ slug, ...text }) => {
      const pageId = ids.get(slug);
      return pageId ? [{ ...text, pageId, version: 1, authorNumber }] : [];
    }),
  );
}

/** Types and questions that are still offered; a question keeps asking the copies of its types. */
async function copyQuestions(tx: Transaction, { from, to }: Copy) {
  const types = await tx
    .select()
    .from(participantTypes)
    .where(and(eq(participantTypes.conferenceId, from.id), isNull(participantTypes.archivedAt)))
    .orderBy(asc(participantTypes.position));
  const ids = new Map<string, string>();
  for (const [position, { id, name, capacity, needsApproval }] of types.entries()) {
    const [made] = await tx
      .insert(participantTypes)
      .values({ conferenceId: to.id, name, capacity, needsApproval, position })
      .returning({ id: participantTypes.id });
    if (made) ids.set(id, made.id);
  }
  const asked = await tx
    .select()
    .from(questions)
    .where(and(eq(questions.conferenceId, from.id), isNull(questions.archivedAt)))
    .orderBy(asc(questions.position));
  const copies = asked.flatMap((question, position) => {
    const typeIds = question.typeIds.flatMap((id) => ids.get(id) ?? []);
    // Asked only of types that are no longer offered: without them it would be asked of everyone.
    if (question.typeIds.length > 0 && typeIds.length === 0) return [];
    const { kind, label, help, required, sensitive } = question;
    const options = question.options.filter(({ archived }) => !archived);
    return [{ kind, label, help, required, sensitive, options, typeIds, position, conferenceId: to.id }];
  });
  if (copies.length > 0) await tx.insert(questions).values(copies);
}

async function copyConsents(tx: Transaction, { from, to }: Copy) {
  const rows = await tx
    .selectDistinctOn([consents.id], {
      required: consents.required,
      position: consents.position,
      wording: consentVersions.wording,
    })
    .from(consents)
    .innerJoin(consentVersions, eq(consentVersions.consentId, consents.id))
    .where(and(eq(consents.conferenceId, from.id), isNull(consents.archivedAt)))
    .orderBy(consents.id, desc(consentVersions.version));
  for (const { wording, ...consent } of rows) {
    const [made] = await tx
      .insert(consents)
      .values({ ...consent, conferenceId: to.id })
      .returning({ id: consents.id });
    if (made) await tx.insert(consentVersions).values({ consentId: made.id, version: 1, wording });
  }
}

/** Topics, and the page of past editions with the one that is copied. */
async function copyFacts(tx: Transaction, { from, to }: Copy) {
  const named = await tx.select().from(topics).where(eq(topics.conferenceId, from.id));
  if (named.length > 0)
    await tx.insert(topics).values(named.map(({ id: _, ...topic }) => ({ ...topic, conferenceId: to.id })));
  const past = await tx.select().from(editions).where(eq(editions.conferenceId, from.id));
  const known = past.map(({ id: _, ...edition }) => ({ ...edition, conferenceId: to.id }));
  if (from.edition !== null && !past.some(({ edition }) => edition === from.edition))
    known.push({
      conferenceId: to.id,
      edition: from.edition,
      year: Number(from.startsOn.slice(0, 4)),
      dates: formatDayRange(from.startsOn, from.endsOn, from.locale),
      place: from.venueCity || null,
      participants: null,
    });
  if (known.length > 0) await tx.insert(editions).values(known);
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
    const copy = { from, to };
    await copyWindows(tx, copy);
    await copyPages(tx, copy, actor.number);
    await copyQuestions(tx, copy);
    await copyConsents(tx, copy);
    await copyFacts(tx, copy);
    await audit(tx, actor, to, { from: from.slug });
    return ok({ slug: to.slug });
  });
}
