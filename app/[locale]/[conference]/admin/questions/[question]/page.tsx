import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { QuestionForm } from "@/components/questions/question-form";
import { db } from "@/db/client";
import { isId } from "@/lib/address";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { localize } from "@/lib/i18n/text";
import { listParticipantTypes } from "@/lib/participant-types/queries";
import { saveQuestion } from "@/lib/questions/actions";
import { findQuestion } from "@/lib/questions/queries";

type Props = { params: Promise<{ locale: string; conference: string; question: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("desk.questions"))("change") };
}

export default async function QuestionPage({ params }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const id = (await params).question;
  const question = isId(id) ? await findQuestion(db, organiser, id) : undefined;
  if (!question) notFound();
  const types = await listParticipantTypes(db, organiser);
  const t = await getTranslations("desk.questions");
  const back = `/${reader}/${slug}/admin/questions`;
  return (
    <DeskPage
      title={localize(question.label, reader, organiser.conference.locale)}
      back={{ href: back, label: t("title") }}
    >
      <QuestionForm
        action={saveQuestion.bind(null, slug, id)}
        main={organiser.conference.locale}
        reader={reader}
        types={types.filter(({ archivedAt }) => !archivedAt)}
        question={question}
        back={back}
      />
    </DeskPage>
  );
}
