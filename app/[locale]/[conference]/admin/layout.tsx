import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DeskNavigation } from "@/components/desk/desk-navigation";
import { Ring } from "@/components/ui/ring";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { robots: { index: false } };

type Props = { children: ReactNode; params: Promise<{ locale: string; conference: string }> };

/** The desk's frame. It proves who asks for the sake of what it shows itself; each page proves it again. */
export default async function DeskLayout({ children, params }: Props) {
  const { reader, slug, shortName } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const t = await getTranslations();
  const brand = (
    <a
      href={`/${reader}/${slug}/admin`}
      className="flex min-h-11 items-center gap-2.5 px-3 font-bold tracking-tight text-on-night no-underline"
    >
      <Ring className="size-[26px]" />
      {shortName}
    </a>
  );
  const navigation = <DeskNavigation organiser={organiser} locale={reader} />;
  return (
    <div className="flex min-h-dvh flex-col wide:grid wide:grid-cols-[220px_minmax(0,1fr)]">
      <header className="on-night bg-night text-on-night-2 print:hidden">
        {/* On a phone everything is behind one button that works without JavaScript. */}
        <details className="group wide:hidden">
          <summary className="flex min-h-14 list-none items-center justify-between px-3 [&::-webkit-details-marker]:hidden">
            <span className="flex items-center gap-2.5 font-bold tracking-tight text-on-night">
              <Ring className="size-[26px]" />
              {shortName}
            </span>
            <span className="rounded-lg border border-night-line px-3 py-2 text-sm font-semibold text-on-night">
              {t("site.nav.menu")}
            </span>
          </summary>
          <div className="px-2 pb-4">{navigation}</div>
        </details>
        <div className="sticky top-0 hidden max-h-dvh overflow-y-auto px-4 py-5 wide:block">
          {brand}
          {navigation}
        </div>
      </header>
      <main id="content" tabIndex={-1} className="min-w-0 flex-1 outline-none">
        {children}
      </main>
    </div>
  );
}
