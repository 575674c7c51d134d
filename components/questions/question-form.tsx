import { getTranslations } from "next-intl/server";
import { FormButtons } from "@/components/desk/form-buttons";
import {
  Form,
  type FormAction,
  FormCheckbox,
  FormHidden,
  FormSelect,
  FormTextArea,
} from "@/components/ui/form";
import { FormSection } from "@/components/ui/form-section";
import { LocalizedField } from "@/components/ui/localized-field";
import { type LocalizedText, localize } from "@/lib/i18n/text";
import type { DeskQuestion } from "@/lib/questions/queries";
import { questionKinds } from "@/lib/questions/rules";
import { OptionFields } from "./option-fields";

export async function QuestionForm({
  action,
  main,
  reader,
  types,
  question,
  back,
}: {
  action: FormAction;
  /** The conference's language. */
  main: string;
  reader: string;
  types: { id: string; name: LocalizedText }[];
  question?: DeskQuestion;
  back: string;
}) {
  const t = await getTranslations("desk.questions");
  const form = await getTranslations("desk.form");
  const languages = { main, others: form("otherLanguages") };
  return (
    <Form action={action} className="grid gap-8">
      <FormHidden name="version" value={question?.updatedAt.toISOString() ?? ""} />
      <FormSection title={t("question")}>
        <LocalizedField name="label" label={t("label")} text={question?.label} {...languages} />
        <LocalizedField
          name="help"
          label={t("help")}
          hint={t("helpHint")}
          optional={form("optional")}
          text={question?.help}
          rows={2}
          {...languages}
        />
        <FormSelect
          name="kind"
          label={t("kind")}
          hint={question && question.answered > 0 ? t("kindHint", { count: question.answered }) : undefined}
          defaultValue={question?.kind ?? "text"}
        >
          {questionKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </FormSelect>
      </FormSection>
      <FormSection title={t("options")} hint={t("optionsHint")}>
        {question?.options.length ? (
          <ol className="grid gap-4">
            {question.options.map((option, index) => (
              <li key={option.value} className="rounded-lg border border-line bg-surface p-4">
                <OptionFields
                  option={option}
                  position={index + 1}
                  labels={{
                    label: t("option", { number: index + 1 }),
                    position: t("position"),
                    removed: t("removed"),
                    removedHint: t("removedHint"),
                  }}
                  {...languages}
                />
              </li>
            ))}
          </ol>
        ) : null}
        <FormTextArea
          name="added"
          label={t("added")}
          hint={t("addedHint")}
          optional={form("optional")}
          lang={main}
        />
      </FormSection>
      <FormSection title={t("rules")}>
        <FormCheckbox name="required" label={t("required")} defaultChecked={question?.required} />
        <FormCheckbox
          name="sensitive"
          label={t("sensitive")}
          hint={t("sensitiveHint")}
          defaultChecked={question?.sensitive}
        />
        <fieldset>
          <legend className="text-[15px] font-semibold">{t("types")}</legend>
          <p className="mb-1 text-sm text-ink-2">{t("typesHint")}</p>
          {types.map((type) => (
            <FormCheckbox
              key={type.id}
              name="typeIds[]"
              value={type.id}
              label={localize(type.name, reader, main)}
              defaultChecked={question?.typeIds.includes(type.id)}
            />
          ))}
        </fieldset>
      </FormSection>
      <FormButtons
        save={t(question ? "save" : "add")}
        back={back}
        className="border-t border-line pt-6 wide:pl-[232px]"
      />
    </Form>
  );
}
