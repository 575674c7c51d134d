import { getFormatter, getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { Form, FormCheckbox, FormField, FormHidden, WhenFailed } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { conferenceNow } from "@/lib/clock";
import { savePlaces } from "@/lib/conferences/actions";
import { loadConference } from "@/lib/conferences/queries";
import { findPlaceCount } from "@/lib/places/queries";

type Props = { params: Promise<{ locale: string; conference: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("settings.places"))("title") };
}

export default async function PlacesPage({ params }: Props) {
  const { slug, reader } = await loadConference(await params);
  const { conference } = await requireOrganiser(slug);
  const places = await findPlaceCount(db, conference.id, conferenceNow(conference));
  const t = await getTranslations("settings");
  const format = await getFormatter();
  const figures = ["capacity", "taken", "reserved", "left", "waiting"] as const;
  return (
    <DeskPage title={t("title")} lead={t("places.lead")}>
      <SettingsTabs desk={`/${reader}/${slug}/admin`} here="places" />
      <dl className="mb-8 grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-line bg-line sm:grid-cols-5">
        {figures.map((figure) => (
          <div
            key={figure}
            className="flex flex-col-reverse justify-end bg-surface p-4 last:odd:max-sm:col-span-2"
          >
            <dt className="text-sm text-ink-2">{t(`places.${figure}`)}</dt>
            <dd className="text-[26px] font-bold tracking-tight tabular-nums">
              {format.number(places[figure])}
            </dd>
          </div>
        ))}
      </dl>
      <Form action={savePlaces.bind(null, slug)} className="grid max-w-[560px] gap-5">
        <FormHidden name="version" value={conference.updatedAt.toISOString()} />
        <FormField
          name="capacity"
          label={t("places.capacity")}
          hint={t("places.byType")}
          inputMode="numeric"
          className="max-w-40 tabular-nums"
          defaultValue={String(conference.capacity)}
        />
        <WhenFailed code="capacity-below-taken">
          <FormCheckbox name="sure" label={t("places.sure")} />
        </WhenFailed>
        <FormField
          name="offerHours"
          label={t("places.offerHours")}
          hint={t("places.offerHoursHint")}
          inputMode="numeric"
          className="max-w-40 tabular-nums"
          defaultValue={String(conference.offerHours)}
        />
        <div>
          <SubmitButton busy={t("saving")}>{t("places.save")}</SubmitButton>
        </div>
      </Form>
    </DeskPage>
  );
}
