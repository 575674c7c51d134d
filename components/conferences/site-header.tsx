import { useTranslations } from "next-intl";
import { Menu } from "@/components/ui/menu";
import { Ring } from "@/components/ui/ring";
import type { Conference } from "@/lib/conferences/queries";
import type { Locale } from "@/lib/i18n/locales";
import { AccountLink, type Me } from "./account-link";
import { NavLink } from "./nav-link";

const pages = ["programme", "ideas", "matchmaking", "awards", "speakers", "practical"] as const;

/** Letters that stand on one line beside the rest on the narrowest phone, in the language with the longest words. */
const LONG = 10;

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
    <header className="site-header">
      <div className="wrap">
        <a
          href={home}
          className={conference.shortName.length > LONG ? "brand whitespace-normal! wrap-anywhere" : "brand"}
        >
          <Ring />
          {conference.shortName}
        </a>
        <nav aria-label={t("nav.label")} className="main-nav">
          {links}
        </nav>
        {account}
        <Menu label={t("nav.menu")} className="site-menu">
          <nav aria-label={t("nav.label")} className="menu-nav">
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
