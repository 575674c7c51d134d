import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { FirstFields } from "@/components/editions/first-fields";
import { Form, FormField, FormSelect } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { requireOwner } from "@/lib/auth/actors";
import { createConference } from "@/lib/editions/actions";
import { isLocale, localeNames, locales } from "@/lib/i18n/locales";
import { timeZones } from "@/lib/local-time";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("owner"))("make") };
}

export default async function NewConferencePage({ params }: Props) {
  const { locale: reader } = await params;
  if (!isLocale(reader)) notFound();
  await requireOwner();
  const t = await getTranslations("owner");
  const settings = await getTranslations("settings");
  return (
    <DeskPage title={t("make")} lead={t("makeLead")} back={{ href: `/${reader}/owner`, label: t("title") }}>
      <Form action={createConference} className="grid max-w-[640px] gap-5">
        <FirstFields />
        <div className="grid items-start gap-5 sm:grid-cols-2">
          <FormField
            name="timeZone"
            label={settings("timeZone")}
            list="time-zones"
            autoComplete="off"
            placeholder="Europe/Bucharest"
          />
          <FormSelect name="locale" label={settings("locale")} defaultValue={reader}>
            {locales.map((locale) => (
              <option key={locale} value={locale} lang={locale}>
                {localeNames[locale]}
              </option>
            ))}
          </FormSelect>
        </div>
        <datalist id="time-zones">
          {timeZones().map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <FormField
          name="capacity"
          label={settings("places.capacity")}
          inputMode="numeric"
          className="max-w-40 tabular-nums"
        />
        <div>
          <SubmitButton busy={settings("saving")}>{t("makeNow")}</SubmitButton>
        </div>
      </Form>
    </DeskPage>
  );
}
