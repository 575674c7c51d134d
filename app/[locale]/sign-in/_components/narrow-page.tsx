import type { ReactNode } from "react";
import { PortalFrame } from "@/components/people/portal-frame";
import { Ring } from "@/components/ui/ring";
import type { Locale } from "@/lib/i18n/locales";

/** One thing to do, in the middle of the page. */
export function NarrowPage({
  locale,
  path,
  title,
  lead,
  children,
}: {
  locale: Locale;
  path: string;
  title: string;
  lead: ReactNode;
  children: ReactNode;
}) {
  return (
    <PortalFrame locale={locale} path={path}>
      <div className="mx-auto w-full max-w-[460px] px-4 pt-10 pb-16 wide:pt-16">
        <Ring className="mb-6 size-14" />
        <h1 className="text-[clamp(1.9rem,5vw,2.2rem)]">{title}</h1>
        <div className="mt-3 mb-7 text-[17px] text-ink-2">{lead}</div>
        {children}
      </div>
    </PortalFrame>
  );
}
