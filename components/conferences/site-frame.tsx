import type { ReactNode } from "react";
import type { Conference } from "@/lib/conferences/queries";
import type { Locale } from "@/lib/i18n/locales";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";

/** Header, content and footer of every page that is not the organiser's desk. */
export function SiteFrame({
  conference,
  children,
}: {
  conference: Conference & { reader: Locale };
  children: ReactNode;
}) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteHeader conference={conference} />
      <main id="content" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <SiteFooter conference={conference} />
    </div>
  );
}
