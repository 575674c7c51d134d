import { useTranslations } from "next-intl";
import type { Conference } from "@/lib/conferences/queries";
import type { Locale } from "@/lib/i18n/locales";
import { LanguageLinks } from "./language-links";

const pages = ["news", "past-editions", "privacy", "accessibility"] as const;

export function SiteFooter({ conference }: { conference: Conference & { reader: Locale } }) {
  const t = useTranslations("site");
  const home = `/${conference.reader}/${conference.slug}`;
  return (
    <footer className="border-t border-line text-sm text-ink-2 print:hidden">
      <div className="wrap grid gap-6 py-8 wide:grid-cols-[1fr_auto]">
        <div>
          <p className="font-semibold text-ink">{conference.name}</p>
          <p>{conference.organisers.join(" · ")}</p>
          {conference.contactEmail ? (
            <a
              href={`mailto:${conference.contactEmail}`}
              className="link inline-flex min-h-11 items-center wide:min-h-0"
            >
              {conference.contactEmail}
            </a>
          ) : null}
        </div>
        <nav aria-label={t("footer.label")} className="flex flex-wrap gap-x-6">
          {pages.map((page) => (
            <a
              key={page}
              href={`${home}/${page}`}
              className="flex min-h-11 items-center text-ink-2 underline-offset-4 hover:underline"
            >
              {t(`footer.${page}`)}
            </a>
          ))}
        </nav>
        <LanguageLinks label={t("languages")} />
      </div>
    </footer>
  );
}
