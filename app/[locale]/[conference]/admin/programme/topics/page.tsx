import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { Row, RowList, RowName } from "@/components/desk/rows";
import { Arrange } from "@/components/draft/arrange";
import { ProgrammeDone } from "@/components/draft/programme-done";
import { ProgrammeTabs } from "@/components/draft/programme-tabs";
import { ButtonLink } from "@/components/ui/button";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { localize } from "@/lib/i18n/text";
import { arrangeTopic } from "@/lib/topics/actions";
import { listDraftTopics } from "@/lib/topics/queries";

type Props = {
  params: Promise<{ locale: string; conference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("desk.programme.topics"))("title") };
}

export default async function TopicsPage({ params, searchParams }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const { locale } = organiser.conference;
  const topics = await listDraftTopics(db, organiser);
  const t = await getTranslations("desk.programme.topics");
  const programme = `/${reader}/${slug}/admin/programme`;
  return (
    <DeskPage
      title={t("title")}
      lead={t("lead")}
      aside={<ButtonLink href={`${programme}/topics/new`}>{t("add")}</ButtonLink>}
    >
      <ProgrammeTabs programme={programme} here="topics" />
      <ProgrammeDone done={(await searchParams).done} />
      <RowList none={t("none")} count={topics.length}>
        {topics.map((topic, index) => (
          <Row
            key={topic.id}
            actions={
              <Arrange
                action={arrangeTopic.bind(null, slug, topic.id)}
                name={localize(topic.name, reader, locale)}
                first={index === 0}
                last={index === topics.length - 1}
              />
            }
          >
            <RowName
              href={`${programme}/topics/${topic.id}`}
              facts={[t(`colours.${topic.colour as 1}`), t("sessions", { count: topic.sessions })]}
            >
              <span
                aria-hidden="true"
                data-topic={topic.colour}
                className="mr-2 size-3 rounded-full bg-(--topic)"
              />
              {localize(topic.name, reader, locale)}
            </RowName>
          </Row>
        ))}
      </RowList>
    </DeskPage>
  );
}
