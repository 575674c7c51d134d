import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Ring } from "@/components/ui/ring";
import { type Locale, localeNames, locales } from "@/lib/i18n/locales";

/** Header and footer of the pages that belong to no conference. `path` is this page's, after the language. */
export async function PortalFrame({
  locale,
  path,
  children,
}: {
  locale: Locale;
  path: string;
  children: ReactNode;
}) {
  const t = await getTranslations("portal");
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="link sr-only focus:not-sr-only focus:absolute focus:z-20 focus:bg-surface focus:p-3"
      >
        {t("skip")}
      </a>
      <header className="border-b border-line">
        <div className="wrap flex min-h-16 items-center">
          <a
            href={`/${locale}`}
            aria-label={t("home")}
            className="flex min-h-11 items-center gap-2.5 font-bold tracking-tight text-ink no-underline"
          >
            <Ring />
            Openfloor
          </a>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <footer className="border-t border-line text-sm">
        <nav aria-label={t("languages")} className="wrap flex flex-wrap gap-x-4 py-3">
          {locales.map((other) => (
            <a
              key={other}
              href={`/${other}${path}`}
              hrefLang={other}
              lang={other}
              aria-current={other === locale ? "true" : undefined}
              className="flex min-h-11 items-center text-ink-2 underline-offset-4 hover:underline aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {localeNames[other]}
            </a>
          ))}
        </nav>
      </footer>
    </div>
  );
}
