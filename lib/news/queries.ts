import { and, desc, eq, lte, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { news } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import { type Clocked, conferenceNow } from "@/lib/clock";
import { localize, localizedIn } from "@/lib/i18n/text";

type Of = { id: string; locale: string } & Clocked;

// A draft has no moment, so the comparison leaves it out too.
const published = (conference: Of) =>
  and(eq(news.conferenceId, conference.id), lte(news.publishedAt, conferenceNow(conference)));

const columns = { slug: news.slug, title: news.title, body: news.body, publishedAt: news.publishedAt };
type Row = {
  slug: string;
  title: Record<string, string>;
  body: Record<string, string>;
  publishedAt: Date | null;
};

function inWords(row: Row, conference: Of, reader: string) {
  return {
    slug: row.slug,
    title: localize(row.title, reader, conference.locale),
    body: localize(row.body, reader, conference.locale),
    locale: localizedIn(row.body, reader, conference.locale),
    publishedAt: row.publishedAt ?? conferenceNow(conference),
  };
}

export type NewsItem = ReturnType<typeof inWords>;

/** What is published by the conference's clock, the newest first. */
export async function listNews(
  executor: Executor,
  conference: Of,
  reader: string,
  limit = 200,
): Promise<NewsItem[]> {
  const rows = await executor
    .select(columns)
    .from(news)
    .where(published(conference))
    .orderBy(desc(news.publishedAt), desc(news.createdAt))
    .limit(limit);
  return rows.map((row) => inWords(row, conference, reader));
}

/** One piece of news, if it is published by the conference's clock. */
export async function findNews(
  executor: Executor,
  conference: Of,
  slug: string,
  reader: string,
): Promise<NewsItem | undefined> {
  const [row] = await executor
    .select(columns)
    .from(news)
    .where(and(published(conference), eq(news.slug, slug)));
  return row && inWords(row, conference, reader);
}

/** For the desk: every piece of news, drafts first, then the newest. */
export async function listAllNews(executor: Executor, { conference }: Organiser) {
  return executor
    .select({
      id: news.id,
      slug: news.slug,
      title: news.title,
      body: news.body,
      publishedAt: news.publishedAt,
      updatedAt: news.updatedAt,
    })
    .from(news)
    .where(eq(news.conferenceId, conference.id))
    .orderBy(sql`${news.publishedAt} desc nulls first`, desc(news.createdAt));
}

export type DeskNews = Awaited<ReturnType<typeof listAllNews>>[number];
