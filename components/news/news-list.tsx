import type { Conference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";
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
        const lang = item.locale === reader ? undefined : item.locale;
        return (
          <li key={item.slug} className="border-t border-line py-5">
            <time dateTime={item.publishedAt.toISOString()} className="text-[13px] font-semibold text-ink-3">
              {formatInstant(item.publishedAt, "date", reader, timeZone)}
            </time>
            <Heading lang={lang} className="mt-1.5 text-xl">
              <a
                href={`/${reader}/${slug}/news/${item.slug}`}
                className="reach text-ink no-underline hover:underline"
              >
                {item.title}
              </a>
            </Heading>
            <p lang={lang} className="mt-2 max-w-[62ch] text-[15px] text-ink-2">
              {excerpt(item.body)}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
