import { getTranslations } from "next-intl/server";
import { Form, FormCheckbox, FormField } from "@/components/ui/form";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { resetFactor } from "@/lib/factor-resets/actions";

/** The way back for someone who lost their second factor, through an owner who knows them. */
export async function FactorReset({ emailLabel }: { emailLabel: string }) {
  const t = await getTranslations("owner.factor");
  return (
    <Panel title={t("title")}>
      <p className="mb-4 text-sm text-ink-2">{t("lead")}</p>
      <Form action={resetFactor} prefix="factor-" className="grid gap-4">
        <FormField name="email" type="email" label={emailLabel} autoComplete="off" />
        <FormCheckbox name="sure" label={t("sure")} />
        <div>
          <SubmitButton look="danger">{t("now")}</SubmitButton>
        </div>
      </Form>
    </Panel>
  );
}
