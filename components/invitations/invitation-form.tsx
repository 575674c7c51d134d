import { getTranslations } from "next-intl/server";
import { Form, type FormAction, FormField, FormSelect } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";

/** Makes a code. What each part is for stands beside it, because a code is handed to people outside. */
export async function InvitationForm({
  action,
  zone,
  types,
}: {
  action: FormAction;
  zone: string;
  types: { id: string; name: string }[];
}) {
  const t = await getTranslations("desk.invitations");
  const form = await getTranslations("desk.form");
  return (
    <Form action={action} className="grid gap-4">
      <FormField
        name="places"
        label={t("places")}
        inputMode="numeric"
        className="max-w-32 tabular-nums"
        defaultValue="1"
      />
      <FormField name="label" label={t("label")} hint={t("labelHint")} optional={form("optional")} />
      <FormSelect name="typeId" label={t("type")} defaultValue="">
        <option value="">{t("anyType")}</option>
        {types.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </FormSelect>
      <FormField
        name="expiresAt"
        type="datetime-local"
        label={t("expiresAt", { zone })}
        optional={form("optional")}
      />
      <FormField
        name="code"
        label={t("code")}
        hint={t("codeHint")}
        optional={form("optional")}
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
      />
      <div>
        <SubmitButton>{t("makeNow")}</SubmitButton>
      </div>
    </Form>
  );
}
