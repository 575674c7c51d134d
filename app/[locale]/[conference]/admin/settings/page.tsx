import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { Form, FormField, FormHidden, FormSelect, FormTextArea } from "@/components/ui/form";
import { FormSection } from "@/components/ui/form-section";
import { LocalizedField } from "@/components/ui/localized-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { requireOrganiser } from "@/lib/auth/actors";
import { saveSettings } from "@/lib/conferences/actions";
import { loadConference } from "@/lib/conferences/queries";
import { localeNames, locales } from "@/lib/i18n/locales";
import { timeZones } from "@/lib/local-time";

type Props = { params: Promise<{ locale: string; conference: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsPage({ params }: Props) {
  const { slug, reader } = await loadConference(await params);
  const { conference } = await requireOrganiser(slug);
  const t = await getTranslations("settings");
  const languages = { main: conference.locale, others: t("otherLanguages") };
  return (
    <DeskPage title={t("title")} lead={t("lead")}>
      <SettingsTabs desk={`/${reader}/${slug}/admin`} here="conference" />
      <Form action={saveSettings.bind(null, slug)} className="grid gap-8">
        <FormHidden name="version" value={conference.updatedAt.toISOString()} />
        <FormSection title={t("names")}>
          <FormField name="name" label={t("name")} defaultValue={conference.name} />
          <div className="grid items-start gap-5 sm:grid-cols-2">
            <FormField
              name="shortName"
              label={t("shortName")}
              hint={t("shortNameHint")}
              defaultValue={conference.shortName}
            />
            <FormField
              name="edition"
              label={t("edition")}
              optional={t("optional")}
              inputMode="numeric"
              defaultValue={String(conference.edition ?? "")}
            />
          </div>
          <LocalizedField
            name="theme"
            label={t("theme")}
            optional={t("optional")}
            text={conference.theme}
            {...languages}
          />
          <FormField
            name="hashtag"
            label={t("hashtag")}
            optional={t("optional")}
            defaultValue={conference.hashtag ?? ""}
          />
          <div>
            <p className="text-[15px] font-semibold">{t("address")}</p>
            <p className="break-all text-ink-2">
              /{reader}/{slug}
            </p>
            <p className="text-sm text-ink-2">{t("addressHint")}</p>
          </div>
        </FormSection>
        <FormSection title={t("when")}>
          <div className="grid items-start gap-5 sm:grid-cols-2">
            <FormField name="startsOn" type="date" label={t("startsOn")} defaultValue={conference.startsOn} />
            <FormField name="endsOn" type="date" label={t("endsOn")} defaultValue={conference.endsOn} />
          </div>
          <FormField
            name="timeZone"
            label={t("timeZone")}
            hint={t("timeZoneHint")}
            list="time-zones"
            autoComplete="off"
            defaultValue={conference.timeZone}
          />
          <datalist id="time-zones">
            {timeZones().map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
          <FormSelect
            name="locale"
            label={t("locale")}
            hint={t("localeHint")}
            defaultValue={conference.locale}
          >
            {locales.map((locale) => (
              <option key={locale} value={locale} lang={locale}>
                {localeNames[locale]}
              </option>
            ))}
          </FormSelect>
        </FormSection>
        <FormSection title={t("where")}>
          <FormField
            name="venueName"
            label={t("venueName")}
            optional={t("optional")}
            defaultValue={conference.venueName}
          />
          <FormField
            name="venueAddress"
            label={t("venueAddress")}
            optional={t("optional")}
            defaultValue={conference.venueAddress}
          />
          <div className="grid items-start gap-5 sm:grid-cols-2">
            <FormField
              name="venueCity"
              label={t("venueCity")}
              optional={t("optional")}
              defaultValue={conference.venueCity}
            />
            <FormField
              name="venueCountry"
              label={t("venueCountry")}
              optional={t("optional")}
              maxLength={2}
              autoCapitalize="characters"
              defaultValue={conference.venueCountry ?? ""}
            />
          </div>
        </FormSection>
        <FormSection title={t("who")}>
          <FormTextArea
            name="organisers"
            label={t("organisers")}
            hint={t("onePerLine")}
            optional={t("optional")}
            defaultValue={conference.organisers.join("\n")}
          />
          <FormTextArea
            name="partners"
            label={t("partners")}
            hint={t("onePerLine")}
            optional={t("optional")}
            defaultValue={conference.partners.join("\n")}
          />
          <FormField
            name="contactEmail"
            type="email"
            label={t("contactEmail")}
            optional={t("optional")}
            defaultValue={conference.contactEmail ?? ""}
          />
          <LocalizedField
            name="fee"
            label={t("fee")}
            hint={t("feeHint")}
            optional={t("optional")}
            text={conference.fee}
            {...languages}
          />
        </FormSection>
        <div className="border-t border-line pt-6 wide:pl-[232px]">
          <SubmitButton busy={t("saving")}>{t("save")}</SubmitButton>
        </div>
      </Form>
    </DeskPage>
  );
}
