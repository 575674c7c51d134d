import { getTranslations } from "next-intl/server";
import { FormButtons } from "@/components/desk/form-buttons";
import { Form, type FormAction, FormCheckbox, FormHidden } from "@/components/ui/form";
import { LocalizedField } from "@/components/ui/localized-field";
import type { DeskConsent } from "@/lib/consents/queries";

export async function ConsentForm({
  action,
  main,
  consent,
  back,
}: {
  action: FormAction;
  /** The conference's language. */
  main: string;
  consent?: DeskConsent;
  back: string;
}) {
  const t = await getTranslations("desk.consents");
  const form = await getTranslations("desk.form");
  return (
    <Form action={action} className="grid max-w-[640px] gap-5">
      <FormHidden name="version" value={String(consent?.version ?? 0)} />
      <LocalizedField
        name="wording"
        label={t("wording")}
        hint={consent ? t("wordingHint", { version: consent.version + 1 }) : undefined}
        main={main}
        text={consent?.wording}
        others={form("otherLanguages")}
        rows={4}
      />
      <FormCheckbox
        name="required"
        label={t("required")}
        hint={t("requiredHint")}
        defaultChecked={consent?.required}
      />
      <FormButtons save={t(consent ? "save" : "add")} back={back} />
    </Form>
  );
}
