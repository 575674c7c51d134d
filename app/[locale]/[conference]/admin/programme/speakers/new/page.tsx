import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { SpeakerForm } from "@/components/draft/speaker-form";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { saveSpeaker } from "@/lib/speakers/actions";

type Props = { params: Promise<{ locale: string; conference: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("desk.programme.speakers"))("add") };
}

export default async function NewSpeakerPage({ params }: Props) {
  const { slug, reader } = await loadConference(await params);
  const { conference } = await requireOrganiser(slug);
  const t = await getTranslations("desk.programme.speakers");
  const back = `/${reader}/${slug}/admin/programme/speakers`;
  return (
    <DeskPage title={t("add")} back={{ href: back, label: t("title") }}>
      <SpeakerForm action={saveSpeaker.bind(null, slug, null)} main={conference.locale} back={back} />
    </DeskPage>
  );
}
