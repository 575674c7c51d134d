import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { Removal } from "@/components/draft/removal";
import { TopicForm } from "@/components/draft/topic-form";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { localize } from "@/lib/i18n/text";
import { arrangeTopic, saveTopic } from "@/lib/topics/actions";
import { listDraftTopics } from "@/lib/topics/queries";

type Props = { params: Promise<{ locale: string; conference: string; topic: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("desk.programme.topics"))("change") };
}

export default async function TopicPage({ params }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const { locale } = organiser.conference;
  const id = (await params).topic;
  const topic = (await listDraftTopics(db, organiser)).find((each) => each.id === id);
  if (!topic) notFound();
  const t = await getTranslations("desk.programme.topics");
  const back = `/${reader}/${slug}/admin/programme/topics`;
  return (
    <DeskPage title={localize(topic.name, reader, locale)} back={{ href: back, label: t("title") }}>
      <TopicForm
        action={saveTopic.bind(null, slug, id)}
        main={locale}
        topic={topic}
        colour={topic.colour}
        back={back}
      />
      <Removal
        action={arrangeTopic.bind(null, slug, id)}
        title={t("remove")}
        button={t("remove")}
        version={topic.version}
        here={`${back}/${id}`}
      >
        <p className="text-[15px] text-ink-2">{t("removeText", { count: topic.sessions })}</p>
      </Removal>
    </DeskPage>
  );
}
