import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { Removal } from "@/components/draft/removal";
import { RoomForm } from "@/components/draft/room-form";
import { SessionList } from "@/components/draft/session-list";
import { FormCheckbox, FormSelect, WhenFailed } from "@/components/ui/form";
import { db } from "@/db/client";
import { isId } from "@/lib/address";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { deleteRoom, saveRoom } from "@/lib/rooms/actions";
import { listDraftRooms, listSessionsIn } from "@/lib/rooms/queries";

type Props = { params: Promise<{ locale: string; conference: string; room: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("desk.programme.rooms"))("change") };
}

export default async function RoomPage({ params }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const id = (await params).room;
  const rooms = await listDraftRooms(db, organiser);
  const room = rooms.find((each) => each.id === id);
  if (!isId(id) || !room) notFound();
  const inside = await listSessionsIn(db, organiser, id);
  const others = rooms.filter((each) => each.id !== id);
  const t = await getTranslations("desk.programme.rooms");
  const programme = `/${reader}/${slug}/admin/programme`;
  const back = `${programme}/rooms`;
  return (
    <DeskPage title={room.name} back={{ href: back, label: t("title") }}>
      <RoomForm action={saveRoom.bind(null, slug, id)} room={room} back={back} />
      {inside.length > 0 ? (
        <section className="mt-10 max-w-[800px]">
          <h2 className="mb-3 text-[17px]">{t("inside")}</h2>
          <SessionList
            sessions={inside}
            programme={programme}
            reader={reader}
            timeZone={organiser.conference.timeZone}
          />
        </section>
      ) : null}
      <Removal
        action={deleteRoom.bind(null, slug, id)}
        title={t("remove")}
        button={t("remove")}
        version={room.version}
        here={`${back}/${id}`}
      >
        {inside.length === 0 ? (
          <p className="text-[15px] text-ink-2">{t("removeEmpty")}</p>
        ) : (
          <>
            <p className="text-[15px] text-ink-2">{t("removeText", { count: inside.length })}</p>
            <FormSelect name="to" label={t("moveTo")} defaultValue="">
              <option value="">{t("choose")}</option>
              {others.map((other) => (
                <option key={other.id} value={other.id}>
                  {other.name}
                </option>
              ))}
            </FormSelect>
            <WhenFailed code="room-clashes">
              <FormCheckbox name="sure" label={t("sureClashes")} />
            </WhenFailed>
          </>
        )}
      </Removal>
    </DeskPage>
  );
}
