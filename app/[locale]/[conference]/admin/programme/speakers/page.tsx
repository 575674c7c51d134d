import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { Row, RowList, RowName } from "@/components/desk/rows";
import { Arrange } from "@/components/draft/arrange";
import { ProgrammeDone } from "@/components/draft/programme-done";
import { ProgrammeTabs } from "@/components/draft/programme-tabs";
import { ButtonLink } from "@/components/ui/button";
import { Monogram } from "@/components/ui/monogram";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { arrangeSpeaker } from "@/lib/speakers/actions";
import { listDraftSpeakers } from "@/lib/speakers/queries";

type Props = {
  params: Promise<{ locale: string; conference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("desk.programme.speakers"))("title") };
}

export default async function SpeakersPage({ params, searchParams }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const speakers = await listDraftSpeakers(db, organiser);
  const t = await getTranslations("desk.programme.speakers");
  const photos = await getTranslations("desk.programme.photos");
  const programme = `/${reader}/${slug}/admin/programme`;
  return (
    <DeskPage
      title={t("title")}
      lead={t("lead")}
      aside={
        <div className="flex flex-wrap gap-3">
          {organiser.isOwner ? (
            <ButtonLink look="secondary" href={`${programme}/speakers/photos`}>
              {photos("link")}
            </ButtonLink>
          ) : null}
          <ButtonLink href={`${programme}/speakers/new`}>{t("add")}</ButtonLink>
        </div>
      }
    >
      <ProgrammeTabs programme={programme} here="speakers" />
      <ProgrammeDone done={(await searchParams).done} />
      <RowList none={t("none")} count={speakers.length}>
        {speakers.map((speaker, index) => (
          <Row
            key={speaker.id}
            actions={
              <Arrange
                action={arrangeSpeaker.bind(null, slug, speaker.id)}
                name={speaker.name}
                first={index === 0}
                last={index === speakers.length - 1}
              />
            }
          >
            <div className="grid grid-cols-[56px_minmax(0,1fr)] items-center gap-4">
              <Monogram name={speaker.name} photo={speaker.photo?.id} />
              <RowName
                href={`${programme}/speakers/${speaker.id}`}
                facts={[speaker.affiliation, t("sessions", { count: speaker.sessions })]}
              >
                {speaker.name}
              </RowName>
            </div>
          </Row>
        ))}
      </RowList>
    </DeskPage>
  );
}
