import "@fontsource-variable/commissioner/wght.css";
import "./globals.css";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlainPage } from "@/components/ui/plain-page";
import { defaultLocale } from "@/lib/i18n/locales";
import { commissioner } from "./fonts";

const words = () => getTranslations({ locale: defaultLocale, namespace: "missing" });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words())("title"), robots: { index: false } };
}

/** An address that no route knows: rendered at build, in no particular language, with the way to the front door. */
export default async function GlobalNotFound() {
  const t = await words();
  return (
    <html lang={defaultLocale} className={commissioner.variable}>
      <body>
        <PlainPage title={t("title")} text={t("text")}>
          <a href="/" className="link inline-flex min-h-11 items-center text-lg">
            {t("home")}
          </a>
        </PlainPage>
      </body>
    </html>
  );
}
