import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { ProgrammeTabs } from "@/components/draft/programme-tabs";
import { ProblemList } from "@/components/imports/problem-list";
import { ButtonLink } from "@/components/ui/button";
import { Form, FormCheckbox, FormField } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { uploadAction } from "@/lib/imports/actions";
import { columns } from "@/lib/schedule-table/rules";

type Props = { params: Promise<{ locale: string; conference: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("imports"))("title") };
}

/** The draft as a file, out and in. */
export default async function ImportPage({ params }: Props) {
  const { slug, reader } = await loadConference(await params);
  await requireOrganiser(slug);
  const t = await getTranslations("imports");
  const programme = `/${reader}/${slug}/admin/programme`;
  return (
    <DeskPage title={t("title")} lead={t("lead")}>
      <ProgrammeTabs programme={programme} here="import" />
      <div className="grid items-start gap-10 wide:grid-cols-2">
        <section>
          <h2 className="mb-3 text-[17px]">{t("in.title")}</h2>
          <Form action={uploadAction.bind(null, slug)} className="grid max-w-[52ch] gap-5">
            <ProblemList />
            <FormField
              name="file"
              type="file"
              label={t("in.file")}
              hint={t("in.hint")}
              accept=".json,.csv,application/json,text/csv"
              required
            />
            <FormCheckbox name="keep" label={t("in.keep")} hint={t("in.keepHint")} />
            <div>
              <SubmitButton busy={t("in.busy")}>{t("in.button")}</SubmitButton>
            </div>
          </Form>
          <details className="mt-6 max-w-[60ch]">
            <summary className="link min-h-11 cursor-pointer py-2.5">{t("columns.heading")}</summary>
            <dl className="mt-2 grid gap-x-4 gap-y-1.5 text-[15px] sm:grid-cols-[8rem_minmax(0,1fr)]">
              {columns.map((column) => (
                <div key={column} className="contents">
                  <dt className="font-semibold">{column}</dt>
                  <dd className="text-ink-2">{t(`columns.${column}`)}</dd>
                </div>
              ))}
            </dl>
          </details>
        </section>
        <section>
          <h2 className="mb-3 text-[17px]">{t("out.title")}</h2>
          <p className="mb-4 max-w-[60ch] text-[15px] text-ink-2">{t("out.text")}</p>
          <div className="flex flex-wrap gap-3">
            <ButtonLink look="secondary" href={`${programme}/export?format=csv`}>
              {t("out.csv")}
            </ButtonLink>
            <ButtonLink look="secondary" href={`${programme}/export?format=json`}>
              {t("out.json")}
            </ButtonLink>
          </div>
        </section>
      </div>
    </DeskPage>
  );
}
