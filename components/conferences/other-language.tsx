import { getTranslations } from "next-intl/server";
import { type Locale, locales } from "@/lib/i18n/locales";
import { LanguageOffer } from "./language-offer";

/** The words of the offer, each in the language that it offers. */
export async function OtherLanguage({ reader }: { reader: Locale }) {
  const words = await Promise.all(
    locales
      .filter((locale) => locale !== reader)
      .map(async (locale) => {
        const t = await getTranslations({ locale, namespace: "site.otherLanguage" });
        return { locale, offer: t("offer"), take: t("take"), decline: t("decline") };
      }),
  );
  return <LanguageOffer reader={reader} words={words} />;
}
