import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { RoomForm } from "@/components/draft/room-form";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { saveRoom } from "@/lib/rooms/actions";

type Props = { params: Promise<{ locale: string; conference: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("desk.programme.rooms"))("add") };
}

export default async function NewRoomPage({ params }: Props) {
  const { slug, reader } = await loadConference(await params);
  await requireOrganiser(slug);
  const t = await getTranslations("desk.programme.rooms");
  const back = `/${reader}/${slug}/admin/programme/rooms`;
  return (
    <DeskPage title={t("add")} back={{ href: back, label: t("title") }}>
      <RoomForm action={saveRoom.bind(null, slug, null)} back={back} />
    </DeskPage>
  );
}
