import { useTranslations } from "next-intl";
import type { Conference } from "@/lib/conferences/queries";
import type { Locale } from "@/lib/i18n/locales";
import { LanguageLinks } from "./language-links";

const pages = ["news", "past-editions", "privacy", "accessibility"] as const;

export function SiteFooter({ conference }: { conference: Conference & { reader: Locale } }) {
  const t = useTranslations("site");
  const home = `/${conference.reader}/${conference.slug}`;
  return (
    <footer className="site-footer">
      <div className="wrap">
        <div>
          <strong>{conference.name}</strong>
          <p>{conference.organisers.join(" · ")}</p>
          {conference.contactEmail ? (
            <a href={`mailto:${conference.contactEmail}`} className="link">
              {conference.contactEmail}
            </a>
          ) : null}
        </div>
        <nav aria-label={t("footer.label")} className="quiet-links">
          {pages.map((page) => (
            <a key={page} href={`${home}/${page}`}>
              {t(`footer.${page}`)}
            </a>
          ))}
        </nav>
        <LanguageLinks label={t("languages")} />
      </div>
    </footer>
  );
}
