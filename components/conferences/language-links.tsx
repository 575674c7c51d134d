"use client";

import { usePathname } from "next/navigation";
import { localeNames, locales } from "@/lib/i18n/locales";
import { rememberLocale } from "@/lib/i18n/remember";

/** The same page in the other languages. The choice is remembered for the next visit to "/". */
export function LanguageLinks({ label }: { label: string }) {
  const [, current, ...rest] = usePathname().split("/");
  return (
    <nav aria-label={label} className="quiet-links">
      {locales.map((locale) => (
        <a
          key={locale}
          href={`/${[locale, ...rest].join("/")}`}
          hrefLang={locale}
          lang={locale}
          aria-current={locale === current ? "true" : undefined}
          onClick={(event) => {
            rememberLocale(locale);
            // What is filtered stays filtered.
            event.currentTarget.search = location.search;
          }}
        >
          {localeNames[locale]}
        </a>
      ))}
    </nav>
  );
}
