/** A text in several languages, by locale. Empty strings count as missing. */
export type LocalizedText = Record<string, string>;

/** The text in `locale`, else in the conference's language, else in any language, else "". */
export function localize(text: LocalizedText, locale: string, fallback: string): string {
  return text[locale] || text[fallback] || Object.values(text).find(Boolean) || "";
}

/** The language in which `localize` answers: for the `lang` attribute of a text that is not translated. */
export function localizedIn(text: LocalizedText, locale: string, fallback: string): string {
  if (text[locale]) return locale;
  if (text[fallback]) return fallback;
  return Object.keys(text).find((key) => text[key]) ?? fallback;
}
