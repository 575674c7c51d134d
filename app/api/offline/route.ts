import { getTranslations } from "next-intl/server";
import { locales } from "@/lib/i18n/locales";

// The same for everyone, until the next build.
export const dynamic = "force-static";

const WORDS = ["title", "text", "kept", "asOf", "opened", "none", "again"] as const;

/**
 * What the page says that a browser shows without network (public/sw-offline.js), in every language: it is kept
 * before anyone knows for which address it will be needed.
 */
export async function GET() {
  const said = locales.map(async (locale) => {
    const t = await getTranslations({ locale, namespace: "agenda.offline.page" });
    const words = WORDS.map((word) => [word, t(word, { moment: "{moment}" })]);
    return [locale, Object.fromEntries(words)];
  });
  return Response.json(Object.fromEntries(await Promise.all(said)));
}
