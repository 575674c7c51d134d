import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { TextDifference } from "@/components/pages/text-difference";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";
import { isLocale, localeNames } from "@/lib/i18n/locales";
import { restorePage } from "@/lib/pages/actions";
import { listPageVersions } from "@/lib/pages/queries";
import { isTextPage } from "@/lib/pages/rules";

type Props = {
  params: Promise<{ locale: string; conference: string; page: string; language: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("desk.texts"))("historyTitle") };
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const { page, language } = await params;
  if (!isTextPage(page) || !isLocale(language)) notFound();
  const versions = await listPageVersions(db, organiser, page, language);
  const [newest] = versions;
  if (!newest) notFound();
  const asked = await searchParams;
  const to = versions.find(({ version }) => String(version) === asked.to) ?? newest;
  const from =
    versions.find(({ version }) => String(version) === asked.from) ??
    versions.find(({ version }) => version < to.version);
  const t = await getTranslations("desk.texts");
  const here = `/${reader}/${slug}/admin/pages/${page}/${language}`;
  const choice = (name: "from" | "to", chosen: number | undefined) => (
    <label className="grid gap-1 text-sm font-semibold">
      {t(`difference.${name}`)}
      <select
        name={name}
        defaultValue={chosen}
        className="min-h-11 rounded-lg border border-line-strong bg-surface px-3 text-base font-normal"
      >
        {versions.map(({ version }) => (
          <option key={version} value={version}>
            {t("version", { version })}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <DeskPage
      title={t("historyTitle")}
      back={{ href: here, label: `${t(`names.${page}`)}: ${localeNames[language]}` }}
    >
      {from ? (
        <section className="mb-10">
          <h2 className="mb-3 text-[17px]">
            {t("difference.title", { from: from.version, to: to.version })}
          </h2>
          <form method="get" className="mb-4 flex flex-wrap items-end gap-3">
            {choice("from", from.version)}
            {choice("to", to.version)}
            <SubmitButton look="secondary">{t("difference.compare")}</SubmitButton>
          </form>
          <TextDifference before={`${from.title}\n\n${from.body}`} after={`${to.title}\n\n${to.body}`} />
        </section>
      ) : null}
      <section>
        <h2 className="mb-2 text-[17px]">{t("versions")}</h2>
        <ol className="border-b border-line">
          {versions.map(({ version, title, createdAt, author }) => (
            <li
              key={version}
              className="grid items-center gap-x-6 gap-y-1 border-t border-line py-3 sm:grid-cols-[minmax(0,1fr)_auto]"
            >
              <div className="min-w-0">
                <p className="font-semibold">
                  {t("version", { version })}
                  {version === newest.version ? (
                    <span className="font-normal text-ok"> · {t("current")}</span>
                  ) : null}
                </p>
                <p className="text-sm text-ink-2 [overflow-wrap:anywhere]">
                  {[
                    title,
                    formatInstant(createdAt, "stamp", reader, organiser.conference.timeZone),
                    author ?? t("noAuthor"),
                  ].join(" · ")}
                </p>
              </div>
              {version === newest.version ? null : (
                <Form action={restorePage.bind(null, slug, page, language)}>
                  <SubmitButton look="secondary" size="small" name="version" value={version}>
                    {t("restore", { version })}
                  </SubmitButton>
                </Form>
              )}
            </li>
          ))}
        </ol>
      </section>
    </DeskPage>
  );
}
