import { getTranslations } from "next-intl/server";
import { FormButtons } from "@/components/desk/form-buttons";
import { Form, type FormAction, FormCheckbox, FormField, FormHidden, WhenFailed } from "@/components/ui/form";
import type { DraftRoom } from "@/lib/rooms/queries";
import { Theirs } from "./theirs";

export async function RoomForm({
  action,
  room,
  back,
}: {
  action: FormAction;
  room?: DraftRoom;
  back: string;
}) {
  const t = await getTranslations("desk.programme.rooms");
  const session = await getTranslations("desk.programme.session");
  const form = await getTranslations("desk.form");
  const fields = { name: { label: t("name") }, seats: { label: t("seats") }, floor: { label: t("floor") } };
  return (
    <Form action={action} className="grid max-w-[640px] gap-5">
      <FormHidden name="version" value={String(room?.version ?? 0)} />
      <Theirs
        title={session("theirs")}
        by={session("theirsBy")}
        empty={session("theirsEmpty")}
        fields={fields}
      />
      <FormField name="name" label={t("name")} defaultValue={room?.name ?? ""} />
      <FormField
        name="seats"
        label={t("seats")}
        optional={form("optional")}
        hint={t("seatsHint")}
        inputMode="numeric"
        className="max-w-40 tabular-nums"
        defaultValue={String(room?.seats ?? "")}
      />
      <WhenFailed code="room-too-small">
        <FormCheckbox name="sure" label={t("sure")} />
      </WhenFailed>
      <FormField
        name="floor"
        label={t("floor")}
        optional={form("optional")}
        hint={t("floorHint")}
        className="max-w-60"
        defaultValue={room?.floor ?? ""}
      />
      <FormButtons save={t(room ? "save" : "add")} back={back} />
    </Form>
  );
}
