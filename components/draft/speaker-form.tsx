import { getTranslations } from "next-intl/server";
import { FormButtons } from "@/components/desk/form-buttons";
import { Form, type FormAction, FormField, FormHidden } from "@/components/ui/form";
import { LocalizedField } from "@/components/ui/localized-field";
import { localeNames, locales } from "@/lib/i18n/locales";
import type { DraftSpeaker } from "@/lib/speakers/queries";
import { PhotoField } from "./photo-field";
import { Theirs } from "./theirs";

export async function SpeakerForm({
  action,
  main,
  speaker,
  back,
}: {
  action: FormAction;
  /** The conference's language. */
  main: string;
  speaker?: DraftSpeaker;
  back: string;
}) {
  const t = await getTranslations("desk.programme.speakers");
  const session = await getTranslations("desk.programme.session");
  const form = await getTranslations("desk.form");
  const fields = {
    name: { label: t("name") },
    affiliation: { label: t("affiliation") },
    ...Object.fromEntries(
      locales.map((locale) => [`about.${locale}`, { label: `${t("about")}: ${localeNames[locale]}` }]),
    ),
    photo: { label: t("photo"), words: { [speaker?.photo?.id ?? "-"]: t("photoChanged") } },
  };
  const photoWords = {
    label: t("photo"),
    hint: t("photoHint"),
    large: t("photoLarge"),
    preview: t("photoPreview"),
    without: t("photoWithout"),
    kept: t("photoKept"),
    withoutKept: t("photoWithoutKept"),
  };
  return (
    <Form action={action} className="grid max-w-[640px] grid-cols-[minmax(0,1fr)] gap-5">
      <FormHidden name="version" value={String(speaker?.version ?? 0)} />
      <Theirs
        title={session("theirs")}
        by={session("theirsBy")}
        empty={session("theirsEmpty")}
        fields={fields}
      />
      <FormField name="name" label={t("name")} autoComplete="off" defaultValue={speaker?.name ?? ""} />
      <FormField
        name="affiliation"
        label={t("affiliation")}
        optional={form("optional")}
        hint={t("affiliationHint")}
        autoComplete="off"
        defaultValue={speaker?.affiliation ?? ""}
      />
      <PhotoField
        name={speaker?.name ?? "?"}
        photo={speaker?.photo?.id}
        uploads={`${back}/uploads`}
        words={photoWords}
      />
      <LocalizedField
        name="about"
        label={t("about")}
        optional={form("optional")}
        main={main}
        text={speaker?.about}
        others={form("otherLanguages")}
        rows={5}
      />
      <FormButtons save={t(speaker ? "save" : "add")} back={back} />
    </Form>
  );
}
