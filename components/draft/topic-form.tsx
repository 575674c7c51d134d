import { getTranslations } from "next-intl/server";
import { FormButtons } from "@/components/desk/form-buttons";
import { Form, type FormAction, FormHidden } from "@/components/ui/form";
import { LocalizedField } from "@/components/ui/localized-field";
import { localeNames, locales } from "@/lib/i18n/locales";
import type { DraftTopic } from "@/lib/topics/queries";
import { palette } from "@/lib/topics/rules";
import { Swatches } from "./swatches";
import { Theirs } from "./theirs";

export async function TopicForm({
  action,
  main,
  topic,
  colour,
  back,
}: {
  action: FormAction;
  /** The conference's language. */
  main: string;
  topic?: DraftTopic;
  /** What a new topic begins with. */
  colour: number;
  back: string;
}) {
  const t = await getTranslations("desk.programme.topics");
  const session = await getTranslations("desk.programme.session");
  const form = await getTranslations("desk.form");
  const colours = palette.map((value) => ({ value, label: t(`colours.${value}`) }));
  const fields = {
    ...Object.fromEntries(
      locales.map((locale) => [`name.${locale}`, { label: `${t("name")}: ${localeNames[locale]}` }]),
    ),
    colour: {
      label: t("colour"),
      words: Object.fromEntries(colours.map(({ value, label }) => [String(value), label])),
    },
  };
  return (
    <Form action={action} className="grid max-w-[640px] gap-5">
      <FormHidden name="version" value={String(topic?.version ?? 0)} />
      <Theirs
        title={session("theirs")}
        by={session("theirsBy")}
        empty={session("theirsEmpty")}
        fields={fields}
      />
      <LocalizedField
        name="name"
        label={t("name")}
        main={main}
        text={topic?.name}
        others={form("otherLanguages")}
      />
      <Swatches
        label={t("colour")}
        hint={t("colourHint")}
        colours={colours}
        chosen={topic?.colour ?? colour}
      />
      <FormButtons save={t(topic ? "save" : "add")} back={back} />
    </Form>
  );
}
