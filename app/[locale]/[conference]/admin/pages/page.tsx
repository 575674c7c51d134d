import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";
import { localeNames, locales } from "@/lib/i18n/locales";
import { listPageStates } from "@/lib/pages/queries";
import { textPages } from "@/lib/pages/rules";

type Props = { params: Promise<{ locale: string; conference: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("desk.texts"))("title") };
}

export default async function TextsPage({ params }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const states = await listPageStates(db, organiser);
  const t = await getTranslations("desk.texts");
  const here = `/${reader}/${slug}/admin/pages`;
  return (
    <DeskPage title={t("title")} lead={t("lead")}>
      <ul className="border-b border-line">
        {textPages.map((page) => (
          <li
            key={page}
            className="grid gap-x-6 gap-y-2 border-t border-line py-4 wide:grid-cols-[220px_minmax(0,1fr)]"
          >
            <div>
              <h2 className="text-[17px]">{t(`names.${page}`)}</h2>
              <a
                className="link inline-flex min-h-11 items-center text-sm wide:min-h-8"
                href={`/${reader}/${slug}/${page}`}
              >
                {t("open")}
              </a>
            </div>
            <ul className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4">
              {locales.map((locale) => {
                const state = states.find((each) => each.slug === page && each.locale === locale);
                return (
                  <li key={locale}>
                    <a
                      className="link inline-flex min-h-11 items-center font-semibold wide:min-h-8"
                      href={`${here}/${page}/${locale}`}
                      aria-label={`${t(`names.${page}`)}: ${localeNames[locale]}`}
                    >
                      {localeNames[locale]}
                    </a>
                    <p className={`text-sm ${state ? "text-ink-2" : "text-warn"}`}>
                      {state
                        ? t("state", {
                            version: state.version,
                            date: formatInstant(
                              state.createdAt,
                              "dateShort",
                              reader,
                              organiser.conference.timeZone,
                            ),
                          })
                        : t("missing")}
                    </p>
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ul>
    </DeskPage>
  );
}
