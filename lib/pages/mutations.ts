import { and, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Database, Transaction } from "@/db/client";
import { pages, pageVersions } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Organiser } from "@/lib/auth/actors";
import type { Locale } from "@/lib/i18n/locales";
import { fail, ok, type Result } from "@/lib/result";
import type { PageVersionInput } from "./input";
import type { TextPage } from "./rules";

type Of = { slug: TextPage; locale: Locale };
type Text = { title: string; body: string };

/** The page, made when it is written for the first time. */
async function pageOf(tx: Transaction, { conference }: Organiser, slug: string) {
  await tx.insert(pages).values({ conferenceId: conference.id, slug }).onConflictDoNothing();
  const [page] = await tx
    .select({ id: pages.id })
    .from(pages)
    .where(and(eq(pages.conferenceId, conference.id), eq(pages.slug, slug)));
  if (!page) throw new Error("The page was not written");
  return page.id;
}

const meanwhile = (version: number) => fail("changed-meanwhile", { values: { base: String(version) } });

async function append(
  tx: Transaction,
  actor: Organiser,
  { slug, locale }: Of,
  pageId: string,
  base: number,
  text: Text,
) {
  // Who saves at the same moment waits for the unique index, and then finds it taken.
  const [saved] = await tx
    .insert(pageVersions)
    .values({ pageId, locale, version: base + 1, ...text, authorNumber: actor.number })
    .onConflictDoNothing()
    .returning({ version: pageVersions.version });
  if (!saved) return meanwhile(base + 1);
  await recordAudit(tx, {
    actor,
    conferenceId: actor.conference.id,
    action: "page.changed",
    subject: "page",
    subjectId: slug,
    detail: { locale, version: saved.version },
  });
  return ok({ version: saved.version });
}

const newestOf = async (tx: Transaction, pageId: string, locale: string) => {
  const [newest] = await tx
    .select({ version: pageVersions.version, title: pageVersions.title, body: pageVersions.body })
    .from(pageVersions)
    .where(and(eq(pageVersions.pageId, pageId), eq(pageVersions.locale, locale)))
    .orderBy(desc(pageVersions.version))
    .limit(1);
  return newest;
};

/** Saves a text as the next version. Written on an older one, it waits for a second word. */
export function savePageVersion(
  db: Database,
  actor: Organiser,
  of: Of,
  { base, title, body }: z.infer<typeof PageVersionInput>,
): Promise<Result<{ version: number }>> {
  return db.transaction(async (tx) => {
    const pageId = await pageOf(tx, actor, of.slug);
    const newest = await newestOf(tx, pageId, of.locale);
    if ((newest?.version ?? 0) !== base) return meanwhile(newest?.version ?? 0);
    if (newest && newest.title === title && newest.body === body) return ok({ version: base });
    return append(tx, actor, of, pageId, base, { title, body });
  });
}

/** Makes an earlier text the newest again; what stood in between stays in the history. */
export function restorePageVersion(
  db: Database,
  actor: Organiser,
  of: Of,
  version: number,
): Promise<Result<{ version: number }>> {
  return db.transaction(async (tx) => {
    const pageId = await pageOf(tx, actor, of.slug);
    const newest = await newestOf(tx, pageId, of.locale);
    const [earlier] = await tx
      .select({ title: pageVersions.title, body: pageVersions.body })
      .from(pageVersions)
      .where(
        and(
          eq(pageVersions.pageId, pageId),
          eq(pageVersions.locale, of.locale),
          eq(pageVersions.version, version),
        ),
      );
    if (!newest || !earlier) return fail("not-found");
    if (newest.version === version) return ok({ version });
    return append(tx, actor, of, pageId, newest.version, earlier);
  });
}
