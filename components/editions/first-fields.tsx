import { getTranslations } from "next-intl/server";
import { FormField } from "@/components/ui/form";

/** What every new conference needs: how it is called, where it stands in the browser, when it is. */
export async function FirstFields({
  name,
  shortName,
  startsOn,
  endsOn,
}: {
  name?: string;
  shortName?: string;
  startsOn?: string;
  endsOn?: string;
}) {
  const t = await getTranslations("settings");
  const owner = await getTranslations("owner");
  return (
    <>
      <FormField name="name" label={t("name")} defaultValue={name} />
      <FormField name="shortName" label={t("shortName")} defaultValue={shortName} />
      <FormField
        name="slug"
        label={owner("slug")}
        hint={owner("slugHint")}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder="conference2030"
      />
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <FormField name="startsOn" type="date" label={t("startsOn")} defaultValue={startsOn} />
        <FormField name="endsOn" type="date" label={t("endsOn")} defaultValue={endsOn} />
      </div>
    </>
  );
}
