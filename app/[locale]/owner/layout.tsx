import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Ring } from "@/components/ui/ring";
import { requireOwner } from "@/lib/auth/actors";
import { isLocale } from "@/lib/i18n/locales";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { robots: { index: false } };

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

/** The frame of the owner's pages. Each page proves who asks again. */
export default async function OwnerLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const owner = await requireOwner();
  const t = await getTranslations();
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="link sr-only focus:not-sr-only focus:absolute focus:z-20 focus:bg-surface focus:p-3"
      >
        {t("site.skip")}
      </a>
      <header className="on-night bg-night text-on-night-2">
        <div className="mx-auto flex min-h-14 w-full max-w-[1240px] items-center justify-between gap-4 px-4 wide:px-8">
          <a
            href={`/${locale}/owner`}
            className="flex min-h-11 items-center gap-2.5 font-bold tracking-tight text-on-night no-underline"
          >
            <Ring className="size-[26px]" />
            {t("owner.label")}
          </a>
          <span className="truncate text-sm">{owner.email}</span>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
    </div>
  );
}
