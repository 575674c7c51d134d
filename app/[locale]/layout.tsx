import "@fontsource-variable/commissioner/wght.css";
import "../globals.css";
import type { Metadata, Viewport } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { FAULT_WORDS } from "@/components/ui/fault-words";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { commissioner } from "../fonts";

export const metadata: Metadata = { title: { default: "Openfloor", template: "%s · Openfloor" } };

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf9f5" },
    { media: "(prefers-color-scheme: dark)", color: "#10152a" },
  ],
};

export default async function RootLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}) {
  const { locale: given } = await params;
  // An unknown language is refused by the pages: refused here, the answer would have no frame and no words.
  const locale = isLocale(given) ? given : defaultLocale;
  setRequestLocale(locale);
  const t = await getTranslations("missing.fault");
  return (
    <html lang={locale} className={commissioner.variable}>
      <body>
        {children}
        <template id={FAULT_WORDS} data-title={t("title")} data-text={t("text")} data-again={t("again")} />
      </body>
    </html>
  );
}
