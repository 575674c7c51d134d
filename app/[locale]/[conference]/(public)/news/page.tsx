import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageMetadata } from "@/components/conferences/page-metadata";
import { NewsList } from "@/components/news/news-list";
import { PageShell } from "@/components/ui/page-shell";
import { db } from "@/db/client";
import { loadConference } from "@/lib/conferences/queries";
import { listNews } from "@/lib/news/queries";

type Props = PageProps<"/[locale]/[conference]/news">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const conference = await loadConference(await params);
  const t = await getTranslations("news");
  return pageMetadata(conference, "/news", {
    title: t("title"),
    description: t("lead", { name: conference.name }),
  });
}

export default async function NewsPage({ params }: Props) {
  const conference = await loadConference(await params);
  const t = await getTranslations("news");
  const items = await listNews(db, conference, conference.reader);
  return (
    <PageShell title={t("title")} lead={t("lead", { name: conference.name })}>
      {items.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <NewsList conference={conference} items={items} className="max-w-3xl" />
    </PageShell>
  );
}
