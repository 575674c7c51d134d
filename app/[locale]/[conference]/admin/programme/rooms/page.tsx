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
import { arrangeRoom } from "@/lib/rooms/actions";
import { listDraftRooms } from "@/lib/rooms/queries";

type Props = {
  params: Promise<{ locale: string; conference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("desk.programme.rooms"))("title") };
}

export default async function RoomsPage({ params, searchParams }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const rooms = await listDraftRooms(db, organiser);
  const t = await getTranslations("desk.programme.rooms");
  const programme = `/${reader}/${slug}/admin/programme`;
  return (
    <DeskPage
      title={t("title")}
      lead={t("lead")}
      aside={<ButtonLink href={`${programme}/rooms/new`}>{t("add")}</ButtonLink>}
    >
      <ProgrammeTabs programme={programme} here="rooms" />
      <ProgrammeDone done={(await searchParams).done} />
      <RowList none={t("none")} count={rooms.length}>
        {rooms.map((room, index) => (
          <Row
            key={room.id}
            actions={
              <Arrange
                action={arrangeRoom.bind(null, slug, room.id)}
                name={room.name}
                first={index === 0}
                last={index === rooms.length - 1}
              />
            }
          >
            <RowName
              href={`${programme}/rooms/${room.id}`}
              facts={[
                room.seats === null ? null : t("seatCount", { count: room.seats }),
                room.floor && t("onFloor", { floor: room.floor }),
                t("sessions", { count: room.sessions }),
              ]}
            >
              {room.name}
            </RowName>
          </Row>
        ))}
      </RowList>
    </DeskPage>
  );
}
