import type { Conference } from "@/lib/conferences/queries";
import { formatInstant, localDay } from "@/lib/dates";
import type { Locale } from "@/lib/i18n/locales";
import type { NewsItem } from "@/lib/news/queries";
import { excerpt } from "@/lib/news/rules";

/** News with the beginning of each text. */
export function NewsList({
  conference,
  items,
  level: Heading = "h2",
  className = "",
}: {
  conference: Conference & { reader: Locale };
  items: NewsItem[];
  level?: "h2" | "h3";
  className?: string;
}) {
  const { reader, slug, timeZone } = conference;
  return (
    <ul className={className}>
      {items.map((item) => {
        const lang = item.locale === reader ? {} : { lang: item.locale };
        return (
          <li key={item.slug} className="news-item">
            <time dateTime={localDay(item.publishedAt, timeZone)}>
              {formatInstant(item.publishedAt, "date", reader, timeZone)}
            </time>
            <Heading {...lang}>
              <a href={`/${reader}/${slug}/news/${item.slug}`}>{item.title}</a>
            </Heading>
            <p {...lang}>{excerpt(item.body)}</p>
          </li>
        );
      })}
    </ul>
  );
}
