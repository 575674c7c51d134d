"use client";

import { useEffect, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import type { Locale } from "@/lib/i18n/locales";
import { rememberLocale } from "@/lib/i18n/remember";

type Words = { locale: Locale; offer: string; take: string; decline: string };

/**
 * When the browser prefers another of our languages and nobody has chosen one here yet. It lies over the lower
 * edge of the window, so that nothing moves when it comes.
 */
export function LanguageOffer({ reader, words }: { reader: Locale; words: Words[] }) {
  const [offered, setOffered] = useState<Words>();
  useEffect(() => {
    if (document.cookie.includes("openfloor.locale=")) return;
    const wanted = navigator.languages.map((tag) => tag.split("-")[0]?.toLowerCase());
    // The first that we speak: if it is the language of the page, there is nothing to offer.
    const best = wanted.find(
      (language) => language === reader || words.some(({ locale }) => locale === language),
    );
    setOffered(words.find(({ locale }) => locale === best));
  }, [reader, words]);
  if (!offered) return null;
  return (
    <aside
      lang={offered.locale}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface print:hidden"
    >
      <div className="wrap flex flex-wrap items-center gap-x-5 gap-y-2 py-3">
        <p className="text-[15px]">{offered.offer}</p>
        <div className="flex flex-wrap items-center gap-3">
          <a
            href={`/${offered.locale}`}
            hrefLang={offered.locale}
            className={buttonClass({ size: "small" })}
            onClick={(event) => {
              event.preventDefault();
              rememberLocale(offered.locale);
              const [, , ...rest] = location.pathname.split("/");
              location.assign(`/${[offered.locale, ...rest].join("/")}${location.search}`);
            }}
          >
            {offered.take}
          </a>
          <button
            type="button"
            className={buttonClass({ look: "secondary", size: "small" })}
            onClick={() => {
              rememberLocale(reader);
              setOffered(undefined);
            }}
          >
            {offered.decline}
          </button>
        </div>
      </div>
    </aside>
  );
}
