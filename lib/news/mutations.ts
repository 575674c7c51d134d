import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Database, Transaction } from "@/db/client";
import { news } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Organiser } from "@/lib/auth/actors";
import { conferenceNow } from "@/lib/clock";
import { slugOf } from "@/lib/conferences/rules";
import { fail, ok, type Result } from "@/lib/result";
import type { NewsInput } from "./input";

type Input = z.infer<ReturnType<typeof NewsInput>>;

const ours = ({ conference }: Organiser, id: string) =>
  and(eq(news.id, id), eq(news.conferenceId, conference.id));

const audit = (tx: Transaction, actor: Organiser, action: string, id: string, detail: object = {}) =>
  recordAudit(tx, {
    actor,
    conferenceId: actor.conference.id,
    action: `news.${action}`,
    subject: "news",
    subjectId: id,
    detail: { ...detail },
  });

const publication = (actor: Organiser, { now, news: { publishedAt } }: Input) =>
  now ? conferenceNow(actor.conference) : publishedAt;

/** Writes news. Its address comes from the title in the conference's language and stays. */
export function addNews(db: Database, actor: Organiser, input: Input): Promise<Result<{ id: string }>> {
  return db.transaction(async (tx) => {
    const { conference } = actor;
    const word = slugOf(input.news.title[conference.locale] ?? "", 60) || "news";
    const taken = sql<boolean>`${news.slug} = ${word} or ${news.slug} ~ ${`^${word}-[0-9]+$`}`;
    const same = await tx
      .select({ slug: news.slug })
      .from(news)
      .where(and(eq(news.conferenceId, conference.id), taken));
    const slugs = new Set(same.map(({ slug }) => slug));
    let slug = word;
    for (let number = 2; slugs.has(slug); number += 1) slug = `${word}-${number}`;
    const publishedAt = publication(actor, input);
    const [made] = await tx
      .insert(news)
      .values({ ...input.news, publishedAt, slug, conferenceId: conference.id })
      .onConflictDoNothing({ target: [news.conferenceId, news.slug] })
      .returning({ id: news.id });
    // The same title, saved twice in the same instant: the other one stands.
    if (!made) return fail("conflict");
    await audit(tx, actor, "added", made.id, { publishedAt });
    return ok(made);
  });
}

export function changeNews(db: Database, actor: Organiser, id: string, input: Input): Promise<Result> {
  return db.transaction(async (tx) => {
    const [before] = await tx.select().from(news).where(ours(actor, id)).for("update");
    if (!before) return fail("not-found");
    if (before.updatedAt.getTime() !== input.version?.getTime())
      return fail("changed-meanwhile", { values: { version: before.updatedAt.toISOString() } });
    const publishedAt = publication(actor, input);
    await tx
      .update(news)
      .set({ ...input.news, publishedAt })
      .where(ours(actor, id));
    await audit(tx, actor, "changed", id, { publishedAt });
    return ok(undefined);
  });
}

export function removeNews(db: Database, actor: Organiser, id: string): Promise<Result> {
  return db.transaction(async (tx) => {
    const [gone] = await tx.delete(news).where(ours(actor, id)).returning({ id: news.id });
    if (!gone) return fail("not-found");
    await audit(tx, actor, "removed", id);
    return ok(undefined);
  });
}
