import { and, desc, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { pages, pageVersions, persons } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import { shownVersion } from "./rules";

type Of = { id: string; locale: string };

/** The text of a page as a reader sees it, and the language it is in; undefined while nobody has written it. */
export async function findPage(executor: Executor, conference: Of, slug: string, reader: string) {
  const versions = await executor
    .selectDistinctOn([pageVersions.locale], {
      locale: pageVersions.locale,
      version: pageVersions.version,
      title: pageVersions.title,
      body: pageVersions.body,
      createdAt: pageVersions.createdAt,
    })
    .from(pageVersions)
    .innerJoin(pages, eq(pages.id, pageVersions.pageId))
    .where(and(eq(pages.conferenceId, conference.id), eq(pages.slug, slug)))
    .orderBy(pageVersions.locale, desc(pageVersions.version));
  return shownVersion(versions, reader, conference.locale);
}

/** For the desk: of every text page and language the newest version. */
export async function listPageStates(executor: Executor, { conference }: Organiser) {
  return executor
    .selectDistinctOn([pages.slug, pageVersions.locale], {
      slug: pages.slug,
      locale: pageVersions.locale,
      version: pageVersions.version,
      title: pageVersions.title,
      body: pageVersions.body,
      createdAt: pageVersions.createdAt,
    })
    .from(pageVersions)
    .innerJoin(pages, eq(pages.id, pageVersions.pageId))
    .where(eq(pages.conferenceId, conference.id))
    .orderBy(pages.slug, pageVersions.locale, desc(pageVersions.version));
}

/** For the desk: every text a page has had in a language, the newest first, with who wrote it. */
export async function listPageVersions(
  executor: Executor,
  { conference }: Organiser,
  slug: string,
  locale: string,
) {
  return executor
    .select({
      version: pageVersions.version,
      title: pageVersions.title,
      body: pageVersions.body,
      createdAt: pageVersions.createdAt,
      // null: erased, or the portal itself
      author: persons.email,
    })
    .from(pageVersions)
    .innerJoin(pages, eq(pages.id, pageVersions.pageId))
    .leftJoin(persons, eq(persons.number, pageVersions.authorNumber))
    .where(and(eq(pages.conferenceId, conference.id), eq(pages.slug, slug), eq(pageVersions.locale, locale)))
    .orderBy(desc(pageVersions.version));
}
