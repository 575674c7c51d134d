import type { Locale } from "./locales";

/** In a browser: the language for the next visit to "/". A year, for this site only. */
export function rememberLocale(locale: Locale) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve
  document.cookie = `openfloor.locale=${locale}; path=/; max-age=31536000; samesite=lax`;
}
