import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { TypeForm } from "@/components/participant-types/type-form";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { saveParticipantType } from "@/lib/participant-types/actions";

type Props = { params: Promise<{ locale: string; conference: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("desk.types"))("add") };
}

export default async function NewTypePage({ params }: Props) {
  const { slug, reader } = await loadConference(await params);
  const { conference } = await requireOrganiser(slug);
  const t = await getTranslations("desk.types");
  const back = `/${reader}/${slug}/admin/types`;
  return (
    <DeskPage title={t("add")} back={{ href: back, label: t("title") }}>
      <TypeForm action={saveParticipantType.bind(null, slug, null)} main={conference.locale} back={back} />
    </DeskPage>
  );
}
