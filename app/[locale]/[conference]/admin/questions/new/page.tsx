import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { QuestionForm } from "@/components/questions/question-form";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { listParticipantTypes } from "@/lib/participant-types/queries";
import { saveQuestion } from "@/lib/questions/actions";

type Props = { params: Promise<{ locale: string; conference: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("desk.questions"))("add") };
}

export default async function NewQuestionPage({ params }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const types = await listParticipantTypes(db, organiser);
  const t = await getTranslations("desk.questions");
  const back = `/${reader}/${slug}/admin/questions`;
  return (
    <DeskPage title={t("add")} back={{ href: back, label: t("title") }}>
      <QuestionForm
        action={saveQuestion.bind(null, slug, null)}
        main={organiser.conference.locale}
        reader={reader}
        types={types.filter(({ archivedAt }) => !archivedAt)}
        back={back}
      />
    </DeskPage>
  );
}
