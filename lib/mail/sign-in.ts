import { browserParts } from "@/lib/auth/browser";
import type { Locale } from "@/lib/i18n/locales";
import { translatorFor } from "@/lib/i18n/translator";
import { MINUTES, shownCode } from "@/lib/sign-in/rules";
import { composeMail } from "./compose";

type Asked = {
  locale: Locale;
  code: string;
  link: string;
  /** As lib/auth/browser.ts describes it; "" when unknown. */
  browser: string;
  /** The shortened network address. */
  network: string;
};

/** The mail that signs in: code, link, and which browser asked. The code stands in the subject for phones. */
export async function signInMail({ locale, code, link, browser, network }: Asked) {
  const t = await translatorFor(locale, "signInMail");
  const parts = browserParts(browser);
  const asked = parts.system ? t("browserOn", parts) : parts.browser || t("someBrowser");
  return composeMail({
    locale,
    subject: t("subject", { code: shownCode(code) }),
    heading: t("heading"),
    blocks: [
      { kind: "text", text: t("code") },
      { kind: "code", code: shownCode(code) },
      { kind: "text", text: t("link") },
      { kind: "button", label: t("button"), url: link },
      { kind: "text", text: t("until", { minutes: MINUTES }) },
      { kind: "small", text: t("asked", { browser: asked, network }) },
      { kind: "small", text: t("notYou") },
    ],
    footer: t("footer"),
  });
}
