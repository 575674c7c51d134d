import { useTranslations } from "next-intl";
import { Ring } from "@/components/ui/ring";
import type { Conference } from "@/lib/conferences/queries";
import type { Locale } from "@/lib/i18n/locales";
import { AccountLink } from "./account-link";
import { NavLink } from "./nav-link";

const pages = ["programme", "ideas", "matchmaking", "awards", "speakers", "practical"] as const;

export function SiteHeader({ conference }: { conference: Conference & { reader: Locale } }) {
  const t = useTranslations("site");
  const home = `/${conference.reader}/${conference.slug}`;
  const links = pages.map((page) => (
    <NavLink key={page} href={`${home}/${page}`}>
      {t(`nav.${page}`)}
    </NavLink>
  ));
  const account = (
    <AccountLink
      conference={conference.slug}
      locale={conference.reader}
      labels={{ signIn: t("signIn"), mine: t("myRegistration"), account: t("myAccount"), desk: t("desk") }}
    />
  );
  return (
    <header className="border-b border-line bg-paper print:hidden">
      <div className="wrap flex min-h-16 items-center gap-x-7">
        <a
          href={home}
          className="flex min-h-11 items-center gap-2.5 font-bold tracking-tight text-ink no-underline"
        >
          <Ring />
          {conference.shortName}
        </a>
        <nav aria-label={t("nav.label")} className="hidden items-center gap-[22px] text-[15px] wide:flex">
          {links}
        </nav>
        <div className="flex-1" />
        {account}
        {/* Works without JavaScript; the browser knows that summary is a button. */}
        <details className="group wide:hidden">
          <summary className="flex min-h-11 list-none items-center rounded-lg border border-line-strong bg-surface px-3 text-sm font-semibold [&::-webkit-details-marker]:hidden">
            {t("nav.menu")}
          </summary>
          <nav
            aria-label={t("nav.label")}
            className="absolute inset-x-0 z-10 mt-2.5 grid gap-1 border-b border-line bg-paper px-4 py-3 text-lg"
          >
            {links}
          </nav>
        </details>
      </div>
    </header>
  );
}
