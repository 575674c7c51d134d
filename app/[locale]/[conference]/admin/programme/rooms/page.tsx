import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
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
      {rooms.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ul className={rooms.length > 0 ? "border-b border-line" : ""}>
        {rooms.map((room, index) => (
          <li
            key={room.id}
            className="grid items-center gap-x-6 gap-y-2 border-t border-line py-3 sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <div>
              <a
                className="link inline-flex min-h-11 items-center font-semibold wide:min-h-0"
                href={`${programme}/rooms/${room.id}`}
              >
                {room.name}
              </a>
              <p className="text-sm text-ink-2">
                {[
                  room.seats === null ? null : t("seatCount", { count: room.seats }),
                  room.floor ? t("onFloor", { floor: room.floor }) : null,
                  t("sessions", { count: room.sessions }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
            <Arrange
              action={arrangeRoom.bind(null, slug, room.id)}
              name={room.name}
              first={index === 0}
              last={index === rooms.length - 1}
            />
          </li>
        ))}
      </ul>
    </DeskPage>
  );
}
