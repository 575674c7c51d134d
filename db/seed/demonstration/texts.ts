import { readdirSync, readFileSync } from "node:fs";
import type { Transaction } from "../../client";
import { news, pages, pageVersions } from "../../schema";
import { inBucharest } from "./time";

/** Those in which there are texts; pages in another language show them in the conference's own. */
const LOCALES = readdirSync(new URL("../texts/", import.meta.url)).sort();

const PAGES = [
  "practical",
  "ideas",
  "matchmaking",
  "awards",
  "accessibility",
  "privacy",
  "demonstration",
] as const;

/** The last one appears only when the clock is moved on. */
const NEWS = [
  { slug: "registration-open", publishedAt: "2019-02-15T09:00" },
  { slug: "call-for-ideas", publishedAt: "2019-02-22T10:00" },
  { slug: "award-applications", publishedAt: "2019-03-01T09:00" },
  { slug: "cluster-weeks", publishedAt: "2019-03-15T11:30" },
  { slug: "ideas-received", publishedAt: "2019-04-01T09:00" },
] as const;

/** The text pages and news of the conference, in all languages. */
export async function addTexts(tx: Transaction, conferenceId: string, authorNumber: number) {
  const rows = await tx
    .insert(pages)
    .values(PAGES.map((slug) => ({ conferenceId, slug })))
    .returning({ id: pages.id, slug: pages.slug });
  await tx
    .insert(pageVersions)
    .values(
      rows.flatMap(({ id, slug }) =>
        LOCALES.map((locale) => ({ pageId: id, locale, version: 1, authorNumber, ...read(locale, slug) })),
      ),
    );
  await tx.insert(news).values(
    NEWS.map(({ slug, publishedAt }) => {
      const texts = LOCALES.map((locale) => [locale, read(locale, `news/${slug}`)] as const);
      return {
        conferenceId,
        slug,
        publishedAt: inBucharest(publishedAt),
        title: Object.fromEntries(texts.map(([locale, { title }]) => [locale, title])),
        body: Object.fromEntries(texts.map(([locale, { body }]) => [locale, body])),
      };
    }),
  );
}

/** A text of db/seed/texts: its first line is the title, the rest Markdown. */
function read(locale: string, name: string): { title: string; body: string } {
  const text = readFileSync(new URL(`../texts/${locale}/${name}.md`, import.meta.url), "utf8");
  const [first = "", ...rest] = text.split("\n");
  if (!first.startsWith("# ")) throw new Error(`db/seed/texts/${locale}/${name}.md begins with no title`);
  return { title: first.slice(2).trim(), body: rest.join("\n").trim() };
}
