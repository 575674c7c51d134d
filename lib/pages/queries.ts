import { and, desc, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { pages, pageVersions } from "@/db/schema";
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

export type PageText = NonNullable<Awaited<ReturnType<typeof findPage>>>;
