import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
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
      {topics.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ul className={topics.length > 0 ? "border-b border-line" : ""}>
        {topics.map((topic, index) => (
          <li
            key={topic.id}
            className="grid items-center gap-x-6 gap-y-2 border-t border-line py-3 sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <div data-topic={topic.colour}>
              <a
                className="link inline-flex min-h-11 items-center font-semibold wide:min-h-0"
                href={`${programme}/topics/${topic.id}`}
              >
                <span aria-hidden="true" className="mr-2 size-3 rounded-full bg-(--topic)" />
                {localize(topic.name, reader, locale)}
              </a>
              <p className="text-sm text-ink-2">
                {t(`colours.${topic.colour as 1}`)} · {t("sessions", { count: topic.sessions })}
              </p>
            </div>
            <Arrange
              action={arrangeTopic.bind(null, slug, topic.id)}
              name={localize(topic.name, reader, locale)}
              first={index === 0}
              last={index === topics.length - 1}
            />
          </li>
        ))}
      </ul>
    </DeskPage>
  );
}
