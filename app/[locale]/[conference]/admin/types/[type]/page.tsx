import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { TypeForm } from "@/components/participant-types/type-form";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { localize } from "@/lib/i18n/text";
import { saveParticipantType } from "@/lib/participant-types/actions";
import { listParticipantTypes } from "@/lib/participant-types/queries";

type Props = { params: Promise<{ locale: string; conference: string; type: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("desk.types"))("change") };
}

export default async function TypePage({ params }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const { locale } = organiser.conference;
  const id = (await params).type;
  const type = (await listParticipantTypes(db, organiser)).find((each) => each.id === id);
  if (!type) notFound();
  const t = await getTranslations("desk.types");
  const back = `/${reader}/${slug}/admin/types`;
  return (
    <DeskPage title={localize(type.name, reader, locale)} back={{ href: back, label: t("title") }}>
      <TypeForm action={saveParticipantType.bind(null, slug, id)} main={locale} type={type} back={back} />
    </DeskPage>
  );
}
