import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { DoneNotice } from "@/components/desk/done-notice";
import { MarkdownHelp } from "@/components/pages/markdown-help";
import { ButtonLink } from "@/components/ui/button";
import { Form, FormField, FormHidden, WhenFailed } from "@/components/ui/form";
import { MarkdownField } from "@/components/ui/markdown-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { isLocale, localeNames } from "@/lib/i18n/locales";
import { savePage } from "@/lib/pages/actions";
import { listPageStates } from "@/lib/pages/queries";
import { isTextPage } from "@/lib/pages/rules";

type Props = {
  params: Promise<{ locale: string; conference: string; page: string; language: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("desk.texts"))("edit") };
}

export default async function EditTextPage({ params, searchParams }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const { page, language } = await params;
  if (!isTextPage(page) || !isLocale(language)) notFound();
  const states = (await listPageStates(db, organiser)).filter((each) => each.slug === page);
  const state = states.find(({ locale }) => locale === language);
  const original = states.find(({ locale }) => locale === organiser.conference.locale);
  const t = await getTranslations("desk.texts");
  const form = await getTranslations("desk.form");
  const pages = `/${reader}/${slug}/admin/pages`;
  const here = `${pages}/${page}/${language}`;
  return (
    <DeskPage
      title={`${t(`names.${page}`)}: ${localeNames[language]}`}
      back={{ href: pages, label: t("title") }}
      aside={
        state ? (
          <ButtonLink look="secondary" href={`${here}/history`}>
            {t("history", { count: state.version })}
          </ButtonLink>
        ) : null
      }
    >
      <DoneNotice done={(await searchParams).done} />
      {/* A new version begins the form anew, so that the preview shows it too. */}
      <Form
        key={state?.version ?? 0}
        action={savePage.bind(null, slug, page, language)}
        className="grid gap-5"
      >
        <WhenFailed code="changed-meanwhile">
          <p>
            <a className="link" href={`${here}/history`} target="_blank" rel="noreferrer">
              {t("seeTheirs")}
            </a>
          </p>
        </WhenFailed>
        <FormHidden name="base" value={String(state?.version ?? 0)} />
        <div className="max-w-[640px]">
          <FormField name="title" label={t("heading")} lang={language} defaultValue={state?.title ?? ""} />
        </div>
        <MarkdownField
          name="body"
          label={t("text")}
          hint={t("textHint")}
          lang={language}
          text={state?.body ?? ""}
          preview={t("preview")}
          empty={t("empty")}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton busy={form("saving")}>{t("save")}</SubmitButton>
          {/* With JavaScript the preview follows the keys; without it this button asks for it. */}
          <noscript>
            <SubmitButton look="secondary" name="intent" value="preview">
              {t("previewNow")}
            </SubmitButton>
          </noscript>
        </div>
      </Form>
      <div className="mt-8 grid gap-3 border-t border-line pt-5">
        <MarkdownHelp />
        {original && original !== state ? (
          <details>
            <summary className="link min-h-11 py-2">{t("original")}</summary>
            <pre
              lang={original.locale}
              className="mt-2 max-w-[80ch] rounded-lg border border-line bg-surface p-4 font-sans text-[15px] whitespace-pre-wrap"
            >
              {`${original.title}\n\n${original.body}`}
            </pre>
          </details>
        ) : null}
      </div>
    </DeskPage>
  );
}
