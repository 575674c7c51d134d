import { getTranslations } from "next-intl/server";
import { FormButtons } from "@/components/desk/form-buttons";
import { Form, type FormAction, FormCheckbox, FormField, FormHidden, WhenFailed } from "@/components/ui/form";
import { LocalizedField } from "@/components/ui/localized-field";
import type { DeskType } from "@/lib/participant-types/queries";

export async function TypeForm({
  action,
  main,
  type,
  back,
}: {
  action: FormAction;
  /** The conference's language. */
  main: string;
  type?: DeskType;
  back: string;
}) {
  const t = await getTranslations("desk.types");
  const form = await getTranslations("desk.form");
  return (
    <Form action={action} className="grid max-w-[640px] gap-5">
      <FormHidden name="version" value={type?.updatedAt.toISOString() ?? ""} />
      <LocalizedField
        name="name"
        label={t("name")}
        main={main}
        text={type?.name}
        others={form("otherLanguages")}
      />
      <FormField
        name="capacity"
        label={t("capacity")}
        hint={t("capacityHint")}
        optional={form("optional")}
        inputMode="numeric"
        className="max-w-40 tabular-nums"
        defaultValue={String(type?.capacity ?? "")}
      />
      <WhenFailed code="capacity-below-taken">
        <FormCheckbox name="sure" label={t("sure")} />
      </WhenFailed>
      <FormCheckbox
        name="needsApproval"
        label={t("needsApproval")}
        hint={t("needsApprovalHint")}
        defaultChecked={type?.needsApproval}
      />
      <FormButtons save={t(type ? "save" : "add")} back={back} />
    </Form>
  );
}
