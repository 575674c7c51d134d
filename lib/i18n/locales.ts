import { locales } from "./languages";

// Adding a language is one file, messages/<locale>.json: languages.ts is made from those.
export { localeNames, locales } from "./languages";
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "en";

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The best of our languages for an Accept-Language header (RFC 9110, quality values), or undefined. */
export function preferredLocale(acceptLanguage: string | null | undefined): Locale | undefined {
  const ranked = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.map((p) => p.trim()).find((p) => p.startsWith("q="));
      return { language: tag.split("-")[0]?.toLowerCase(), quality: quality ? Number(quality.slice(2)) : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return ranked.map(({ language }) => language).find(isLocale);
}
