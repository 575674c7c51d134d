import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Form, FormField, FormTextArea } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { publishAction } from "@/lib/publishing/actions";

type Props = {
  slug: string;
  /** "draft", or the number of the release to go back to. */
  source: string;
  /** What is published, in the state in which it is shown above. */
  seen: string;
  name?: string;
  button: string;
  cancel: string;
};

export async function PublishForm({ slug, source, seen, name, button, cancel }: Props) {
  const t = await getTranslations("releases.form");
  return (
    <Form action={publishAction.bind(null, slug, source)} className="mt-8 grid max-w-[52ch] gap-5">
      {/* Never echoed: after a refusal the page shows what would be published now, and this goes with it. */}
      <input type="hidden" name="seen" value={seen} />
      <FormField
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        maxLength={120}
        required
        defaultValue={name}
      />
      <FormTextArea name="note" label={t("note")} hint={t("noteHint")} optional={t("optional")} rows={3} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton busy={t("busy")}>{button}</SubmitButton>
        <ButtonLink look="secondary" href={cancel}>
          {t("cancel")}
        </ButtonLink>
      </div>
    </Form>
  );
}
