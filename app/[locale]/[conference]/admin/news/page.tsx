import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { DoneNotice } from "@/components/desk/done-notice";
import { ButtonLink } from "@/components/ui/button";
import { StateWord } from "@/components/ui/state-word";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { conferenceNow } from "@/lib/clock";
import { loadConference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";
import { localeNames, locales } from "@/lib/i18n/locales";
import { localize } from "@/lib/i18n/text";
import { listAllNews } from "@/lib/news/queries";

type Props = {
  params: Promise<{ locale: string; conference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("desk.news"))("title") };
}

export default async function NewsPage({ params, searchParams }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const { conference } = organiser;
  const items = await listAllNews(db, organiser);
  const now = conferenceNow(conference);
  const t = await getTranslations("desk.news");
  const here = `/${reader}/${slug}/admin/news`;
  const state = (at: Date | null) => {
    if (!at) return <StateWord tone="quiet">{t("draft")}</StateWord>;
    const moment = formatInstant(at, "moment", reader, conference.timeZone);
    return at > now ? (
      <StateWord tone="warn">{t("planned", { moment })}</StateWord>
    ) : (
      <StateWord tone="ok">{t("published", { moment })}</StateWord>
    );
  };
  return (
    <DeskPage
      title={t("title")}
      lead={t("lead")}
      aside={<ButtonLink href={`${here}/new`}>{t("add")}</ButtonLink>}
    >
      <DoneNotice done={(await searchParams).done} />
      {items.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ul className={items.length > 0 ? "border-b border-line" : undefined}>
        {items.map((item) => (
          <li key={item.id} className="border-t border-line py-3">
            <a
              className="link inline-flex min-h-11 items-center font-semibold wide:min-h-0"
              href={`${here}/${item.id}`}
            >
              {localize(item.title, reader, conference.locale)}
            </a>
            <p className="flex flex-wrap gap-x-3 text-sm text-ink-2">
              {state(item.publishedAt)}
              <span>
                {locales
                  .filter((locale) => item.body[locale])
                  .map((locale) => localeNames[locale])
                  .join(" · ")}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </DeskPage>
  );
}
