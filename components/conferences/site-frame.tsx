import type { ReactNode } from "react";
import type { Conference } from "@/lib/conferences/queries";
import type { Locale } from "@/lib/i18n/locales";
import type { Me } from "./account-link";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";

/** Header, content and footer of every page that is not the organiser's desk. `known`: as AccountLink takes it. */
export function SiteFrame({
  conference,
  known,
  children,
}: {
  conference: Conference & { reader: Locale };
  known?: Me | null;
  children: ReactNode;
}) {
  return (
    <div className="site-frame">
      <SiteHeader conference={conference} known={known} />
      <main id="content" tabIndex={-1} className="site-main">
        {children}
      </main>
      <SiteFooter conference={conference} />
    </div>
  );
}
