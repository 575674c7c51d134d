import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  type conferences,
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
import { shiftWindow } from "@/lib/conferences/rules";
import { formatDayRange } from "@/lib/dates";
import { daysFrom } from "@/lib/local-time";

type Row = typeof conferences.$inferSelect;
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

/** What an edition takes over from the one before: all but its people, its programme and its news. */
export async function copyEdition(tx: Transaction, copy: Copy, authorNumber: number) {
  await copyWindows(tx, copy);
  await copyPages(tx, copy, authorNumber);
  await copyQuestions(tx, copy);
  await copyConsents(tx, copy);
  await copyFacts(tx, copy);
}
