import { Markup } from "@/components/ui/markup";
import type { Conference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";
import { type Html, html } from "@/lib/html";
import type { Locale } from "@/lib/i18n/locales";
import { localDay } from "@/lib/local-time";
import type { NewsItem } from "@/lib/news/queries";
import { excerpt } from "@/lib/news/rules";

/** News with the beginning of each text. */
export function NewsList({
  conference,
  items,
  level = "h2",
  className = "",
}: {
  conference: Conference & { reader: Locale };
  items: NewsItem[];
  level?: "h2" | "h3";
  className?: string;
}) {
  const { reader, slug, timeZone } = conference;
  const heading = (lang: Html | null, inside: Html) =>
    level === "h2" ? html`<h2${lang}>${inside}</h2>` : html`<h3${lang}>${inside}</h3>`;
  const markup = items.map((item) => {
    const lang = item.locale === reader ? null : html` lang="${item.locale}"`;
    const at = item.publishedAt;
    return html`<li class="news-item"><time datetime="${localDay(at, timeZone)}">${formatInstant(at, "date", reader, timeZone)}</time>${heading(
      lang,
      html`<a href="/${reader}/${slug}/news/${item.slug}">${item.title}</a>`,
    )}<p${lang}>${excerpt(item.body)}</p>`;
  });
  return <Markup as="ul" id="news" className={className} html={html`${markup}`} />;
}
