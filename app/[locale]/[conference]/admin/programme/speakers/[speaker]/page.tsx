import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { Removal } from "@/components/draft/removal";
import { SessionList } from "@/components/draft/session-list";
import { SpeakerForm } from "@/components/draft/speaker-form";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { arrangeSpeaker, saveSpeaker } from "@/lib/speakers/actions";
import { listDraftSpeakers, listSessionsWith } from "@/lib/speakers/queries";

type Props = { params: Promise<{ locale: string; conference: string; speaker: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("desk.programme.speakers"))("change") };
}

export default async function SpeakerPage({ params }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const { locale, timeZone } = organiser.conference;
  const id = (await params).speaker;
  const speaker = (await listDraftSpeakers(db, organiser)).find((each) => each.id === id);
  if (!speaker) notFound();
  const t = await getTranslations("desk.programme.speakers");
  const parts = (await listSessionsWith(db, organiser, id)).map((session) => ({
    ...session,
    note: session.part === "moderator" ? t("moderates") : undefined,
  }));
  const photos = await getTranslations("desk.programme.photos");
  const programme = `/${reader}/${slug}/admin/programme`;
  const back = `${programme}/speakers`;
  return (
    <DeskPage title={speaker.name} back={{ href: back, label: t("title") }}>
      <SpeakerForm action={saveSpeaker.bind(null, slug, id)} main={locale} speaker={speaker} back={back} />
      {parts.length > 0 ? (
        <section className="mt-10 max-w-[800px]">
          <h2 className="mb-3 text-[17px]">{t("parts")}</h2>
          <SessionList sessions={parts} programme={programme} reader={reader} timeZone={timeZone} />
        </section>
      ) : null}
      <Removal
        action={arrangeSpeaker.bind(null, slug, id)}
        title={t("remove")}
        button={t("remove")}
        version={speaker.version}
        here={`${back}/${id}`}
      >
        <p className="text-[15px] text-ink-2">{t("removeText", { count: speaker.sessions })}</p>
        {parts.length > 0 ? (
          <SessionList sessions={parts} programme={programme} reader={reader} timeZone={timeZone} />
        ) : null}
        {speaker.photo ? (
          <p className="text-[15px] text-ink-2">
            {photos("removeText")}{" "}
            {organiser.isOwner ? (
              <a className="link" href={`${back}/photos`}>
                {photos("link")}
              </a>
            ) : null}
          </p>
        ) : null}
      </Removal>
    </DeskPage>
  );
}
