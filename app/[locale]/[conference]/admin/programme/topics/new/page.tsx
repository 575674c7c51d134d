import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { TopicForm } from "@/components/draft/topic-form";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { saveTopic } from "@/lib/topics/actions";
import { listDraftTopics } from "@/lib/topics/queries";
import { nextColour } from "@/lib/topics/rules";

type Props = { params: Promise<{ locale: string; conference: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("desk.programme.topics"))("add") };
}

export default async function NewTopicPage({ params }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const topics = await listDraftTopics(db, organiser);
  const t = await getTranslations("desk.programme.topics");
  const back = `/${reader}/${slug}/admin/programme/topics`;
  return (
    <DeskPage title={t("add")} back={{ href: back, label: t("title") }}>
      <TopicForm
        action={saveTopic.bind(null, slug, null)}
        main={organiser.conference.locale}
        colour={nextColour(topics.map(({ colour }) => colour))}
        back={back}
      />
    </DeskPage>
  );
}
