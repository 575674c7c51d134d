import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locales";
import { translatorFor } from "@/lib/i18n/translator";
import { composeMail } from "./compose";

/** Tells someone that their second factor is off: they asked for it, or somebody pretended to be them. */
export async function factorResetMail(locale: Locale) {
  const t = await translatorFor(locale, "factorResetMail");
  return composeMail({
    locale,
    subject: t("subject"),
    heading: t("heading"),
    blocks: [
      { kind: "text", text: t("text") },
      { kind: "text", text: t("notYou") },
      { kind: "button", label: t("button"), url: `${env().BASE_URL}/${locale}/account` },
    ],
    footer: t("footer"),
  });
}
