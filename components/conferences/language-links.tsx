"use client";

import { usePathname } from "next/navigation";
import { localeNames, locales } from "@/lib/i18n/locales";

/** The same page in the other languages. The choice is remembered for the next visit to "/". */
export function LanguageLinks({ label }: { label: string }) {
  const [, current, ...rest] = usePathname().split("/");
  const remember = (locale: string) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve
    document.cookie = `openfloor.locale=${locale}; path=/; max-age=31536000; samesite=lax`;
  };
  return (
    <nav aria-label={label} className="flex flex-wrap gap-x-4">
      {locales.map((locale) => (
        <a
          key={locale}
          href={`/${[locale, ...rest].join("/")}`}
          hrefLang={locale}
          lang={locale}
          aria-current={locale === current ? "true" : undefined}
          onClick={() => remember(locale)}
          className="flex min-h-11 items-center text-ink-2 underline-offset-4 hover:underline aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {localeNames[locale]}
        </a>
      ))}
    </nav>
  );
}
