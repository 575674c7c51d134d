import { getTranslations } from "next-intl/server";
import { NewsList } from "@/components/news/news-list";
import { Section } from "@/components/ui/section";
import { db } from "@/db/client";
import type { Conference } from "@/lib/conferences/queries";
import type { Locale } from "@/lib/i18n/locales";
import { listNews } from "@/lib/news/queries";

export async function HomeNews({ conference }: { conference: Conference & { reader: Locale } }) {
  const t = await getTranslations("home.news");
  const items = await listNews(db, conference, conference.reader, 3);
  if (items.length === 0) return null;
  return (
    <Section
      title={t("title")}
      more={
        <a href={`/${conference.reader}/${conference.slug}/news`} className="link">
          {t("all")}
        </a>
      }
    >
      <NewsList conference={conference} items={items} level="h3" className="grid gap-x-10 wide:grid-cols-3" />
    </Section>
  );
}
