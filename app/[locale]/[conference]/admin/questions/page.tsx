import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { DoneNotice } from "@/components/desk/done-notice";
import { RowActions } from "@/components/desk/row-actions";
import { Row, RowList, RowName } from "@/components/desk/rows";
import { ButtonLink } from "@/components/ui/button";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { localize } from "@/lib/i18n/text";
import { arrangeQuestion } from "@/lib/questions/actions";
import { listQuestions } from "@/lib/questions/queries";

type Props = {
  params: Promise<{ locale: string; conference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("desk.questions"))("title") };
}

export default async function QuestionsPage({ params, searchParams }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const questions = await listQuestions(db, organiser);
  const t = await getTranslations("desk.questions");
  const here = `/${reader}/${slug}/admin/questions`;
  return (
    <DeskPage
      title={t("title")}
      lead={t("lead")}
      aside={<ButtonLink href={`${here}/new`}>{t("add")}</ButtonLink>}
    >
      <DoneNotice done={(await searchParams).done} />
      <RowList none={t("none")} count={questions.length}>
        {questions.map((question) => {
          const label = localize(question.label, reader, organiser.conference.locale);
          return (
            <Row
              key={question.id}
              actions={
                <RowActions
                  action={arrangeQuestion.bind(null, slug, question.id)}
                  name={label}
                  row={question}
                  rows={questions}
                  removable={question.answered === 0}
                />
              }
            >
              <RowName
                href={`${here}/${question.id}`}
                facts={[
                  question.archivedAt && t("archived"),
                  t(`kinds.${question.kind}`),
                  question.required && t("isRequired"),
                  question.sensitive && t("isSensitive"),
                  question.typeIds.length > 0 && t("forTypes", { count: question.typeIds.length }),
                  t("answers", { count: question.answered }),
                ]}
              >
                {label}
              </RowName>
            </Row>
          );
        })}
      </RowList>
    </DeskPage>
  );
}
