import { useTranslations } from "next-intl";
import { Menu } from "@/components/ui/menu";
import { Ring } from "@/components/ui/ring";
import type { Conference } from "@/lib/conferences/queries";
import type { Locale } from "@/lib/i18n/locales";
import { AccountLink, type Me } from "./account-link";
import { NavLink } from "./nav-link";

const pages = ["programme", "ideas", "matchmaking", "awards", "speakers", "practical"] as const;

type Props = { conference: Conference & { reader: Locale }; known?: Me | null };

export function SiteHeader({ conference, known }: Props) {
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
      known={known}
      labels={{
        signIn: t("signIn"),
        mine: t("myRegistration"),
        account: t("myAccount"),
        agenda: t("myAgenda"),
        desk: t("desk"),
      }}
    />
  );
  return (
    <header className="border-b border-line bg-paper print:hidden">
      <div className="wrap flex min-h-16 items-center gap-x-2 wide:gap-x-7">
        <a
          href={home}
          className="flex min-h-11 min-w-0 items-center gap-2.5 leading-tight font-bold tracking-tight whitespace-nowrap text-ink no-underline max-[359px]:gap-1.5"
        >
          <Ring />
          {conference.shortName}
        </a>
        <nav aria-label={t("nav.label")} className="hidden items-center gap-[22px] text-[15px] wide:flex">
          {links}
        </nav>
        <div className="flex-1" />
        {account}
        <Menu label={t("nav.menu")} className="wide:hidden">
          <nav
            aria-label={t("nav.label")}
            className="absolute inset-x-0 z-10 mt-2.5 grid gap-1 border-b border-line bg-paper px-4 py-3 text-lg"
          >
            {links}
            {/* Not for everyone: seen as soon as the page knows who reads it. */}
            <a href={`${home}/agenda`} className="nav-link hidden! in-data-person:flex! sm:hidden!">
              {t("myAgenda")}
            </a>
          </nav>
        </Menu>
      </div>
    </header>
  );
}
