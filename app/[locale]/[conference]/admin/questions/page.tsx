import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { DoneNotice } from "@/components/desk/done-notice";
import { RowActions } from "@/components/desk/row-actions";
import { ButtonLink } from "@/components/ui/button";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { localize } from "@/lib/i18n/text";
import { arrangeQuestion } from "@/lib/questions/actions";
import { type DeskQuestion, listQuestions } from "@/lib/questions/queries";

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
  const active = questions.filter(({ archivedAt }) => !archivedAt);
  const facts = (question: DeskQuestion) =>
    [
      question.archivedAt ? t("archived") : null,
      t(`kinds.${question.kind}`),
      question.required ? t("isRequired") : null,
      question.sensitive ? t("isSensitive") : null,
      question.typeIds.length > 0 ? t("forTypes", { count: question.typeIds.length }) : null,
      t("answers", { count: question.answered }),
    ].filter(Boolean);
  return (
    <DeskPage
      title={t("title")}
      lead={t("lead")}
      aside={<ButtonLink href={`${here}/new`}>{t("add")}</ButtonLink>}
    >
      <DoneNotice done={(await searchParams).done} />
      {questions.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ul className={questions.length > 0 ? "border-b border-line" : undefined}>
        {questions.map((question) => {
          const label = localize(question.label, reader, organiser.conference.locale);
          return (
            <li
              key={question.id}
              className="grid items-center gap-x-6 gap-y-2 border-t border-line py-3 wide:grid-cols-[minmax(0,1fr)_auto]"
            >
              <div>
                <a
                  className="link inline-flex min-h-11 items-center font-semibold wide:min-h-0"
                  href={`${here}/${question.id}`}
                >
                  {label}
                </a>
                <p className="text-sm text-ink-2">{facts(question).join(" · ")}</p>
              </div>
              <RowActions
                action={arrangeQuestion.bind(null, slug, question.id)}
                name={label}
                archived={question.archivedAt !== null}
                first={question.id === active[0]?.id}
                last={question.id === active.at(-1)?.id}
                removable={question.answered === 0}
              />
            </li>
          );
        })}
      </ul>
    </DeskPage>
  );
}
