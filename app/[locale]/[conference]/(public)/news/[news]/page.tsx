import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata } from "@/components/conferences/page-metadata";
import { PageText } from "@/components/pages/page-text";
import { PageShell } from "@/components/ui/page-shell";
import { db } from "@/db/client";
import { loadConference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";
import { findNews } from "@/lib/news/queries";
import { excerpt } from "@/lib/news/rules";

export const generateStaticParams = () => [];

type Props = PageProps<"/[locale]/[conference]/news/[news]">;

const load = cache(async (locale: string, slug: string, news: string) => {
  const conference = await loadConference({ locale, conference: slug });
  const item = await findNews(db, conference, news, conference.reader);
  if (!item) notFound();
  return { conference, item };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, conference: slug, news } = await params;
  const { conference, item } = await load(locale, slug, news);
  return pageMetadata(conference, `/news/${item.slug}`, {
    title: item.title,
    description: excerpt(item.body, 150),
  });
}

export default async function NewsItemPage({ params }: Props) {
  const { locale, conference: slug, news } = await params;
  const { conference, item } = await load(locale, slug, news);
  const t = await getTranslations("news");
  const { reader, timeZone } = conference;
  return (
    <article>
      <PageShell
        title={<span lang={item.locale === reader ? undefined : item.locale}>{item.title}</span>}
        lead={
          <time dateTime={item.publishedAt.toISOString()} className="text-base">
            {formatInstant(item.publishedAt, "day", reader, timeZone)}
          </time>
        }
      >
        <div className="text-[17px]">
          <PageText text={item} reader={reader} />
        </div>
        <a
          href={`/${reader}/${conference.slug}/news`}
          className="link mt-10 inline-flex min-h-11 items-center font-semibold print:hidden"
        >
          {t("all")}
        </a>
      </PageShell>
    </article>
  );
}
