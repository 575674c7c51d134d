/** The text pages of the public site that an organiser edits, by address. "home" stands on the home page. */
export const textPages = ["practical", "ideas", "matchmaking", "awards", "privacy", "accessibility"] as const;
export type TextPage = (typeof textPages)[number];

type Version = { locale: string; version: number };

/** Which saved text is shown: the reader's language, else the conference's, else any; of it the newest. */
export function shownVersion<V extends Version>(
  versions: V[],
  reader: string,
  fallback: string,
): V | undefined {
  const newest = [...versions].sort((a, b) => b.version - a.version);
  return (
    newest.find(({ locale }) => locale === reader) ??
    newest.find(({ locale }) => locale === fallback) ??
    newest[0]
  );
}

export const isTextPage = (slug: string): slug is TextPage => textPages.some((page) => page === slug);
