import { getTranslations } from "next-intl/server";
import { FormButtons } from "@/components/desk/form-buttons";
import { Form, type FormAction, FormField, FormHidden, FormSelect } from "@/components/ui/form";
import type { DeskInvitation } from "@/lib/invitations/queries";
import { localMinute } from "@/lib/local-time";

type Props = {
  action: FormAction;
  zone: string;
  types: { id: string; name: string }[];
  /** A code that is there already: it keeps its letters, and its type once it was used. */
  invitation?: DeskInvitation;
  back?: string;
};

/** Makes or changes a code. What each part is for stands beside it, because a code is handed to people outside. */
export async function InvitationForm({ action, zone, types, invitation, back }: Props) {
  const t = await getTranslations("desk.invitations");
  const form = await getTranslations("desk.form");
  const used = invitation?.used ?? 0;
  return (
    <Form action={action} className="grid gap-4">
      {invitation ? <FormHidden name="version" value={invitation.updatedAt.toISOString()} /> : null}
      <FormField
        name="places"
        label={t("places")}
        hint={used > 0 ? t("placesUsed", { used }) : undefined}
        inputMode="numeric"
        className="max-w-32 tabular-nums"
        defaultValue={String(invitation?.places ?? 1)}
      />
      <FormField
        name="label"
        label={t("label")}
        hint={t("labelHint")}
        optional={form("optional")}
        defaultValue={invitation?.label}
        maxLength={160}
      />
      {used > 0 ? (
        <>
          <input type="hidden" name="typeId" value={invitation?.typeId ?? ""} />
          <p className="text-[15px]">
            <span className="block font-semibold">{t("type")}</span>
            {types.find(({ id }) => id === invitation?.typeId)?.name ?? t("anyType")}
            <span className="block text-sm text-ink-2">{t("typeFixed")}</span>
          </p>
        </>
      ) : (
        <FormSelect name="typeId" label={t("type")} defaultValue={invitation?.typeId ?? ""}>
          <option value="">{t("anyType")}</option>
          {types.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </FormSelect>
      )}
      <FormField
        name="expiresAt"
        type="datetime-local"
        label={t("expiresAt", { zone })}
        optional={form("optional")}
        defaultValue={invitation?.expiresAt ? localMinute(invitation.expiresAt, zone) : undefined}
      />
      {invitation ? null : (
        <FormField
          name="code"
          label={t("code")}
          hint={t("codeHint")}
          optional={form("optional")}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
        />
      )}
      <FormButtons save={invitation ? t("save") : t("makeNow")} back={back} className="" />
    </Form>
  );
}
