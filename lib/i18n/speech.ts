import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import type { Speech } from "@/lib/dossiers/rules";
import { countryName } from "./countries";
import { localize } from "./text";

/** How answers are told to the reader of this request, with the conference's language where a text lacks theirs. */
export async function speechOf(conference: { locale: string }): Promise<Speech> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("desk.registrations.yesNo")]);
  return {
    country: (code) => countryName(code, locale),
    label: (text) => localize(text, locale, conference.locale),
    yes: t("true"),
    no: t("false"),
  };
}
