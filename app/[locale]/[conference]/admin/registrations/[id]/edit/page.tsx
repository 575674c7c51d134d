import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { ButtonLink } from "@/components/ui/button";
import { Form, FormField, FormSelect } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { correct } from "@/lib/dossiers/actions";
import { findDossier } from "@/lib/dossiers/queries";
import { listCountries } from "@/lib/i18n/countries";
import { localeNames, locales } from "@/lib/i18n/locales";

type Props = { params: Promise<{ locale: string; conference: string; id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("desk.dossier"))("edit") };
}

export default async function EditPage({ params }: Props) {
  const asked = await params;
  const { reader, slug } = await loadConference(asked);
  const organiser = await requireOrganiser(slug);
  const dossier = await findDossier(db, organiser, asked.id);
  if (!dossier) notFound();
  const { registration } = dossier;
  const t = await getTranslations("desk");
  const name = `${registration.givenName} ${registration.familyName}`;
  const back = `/${reader}/${slug}/admin/registrations/${registration.id}`;
  return (
    <DeskPage title={t("dossier.edit")} lead={t("dossier.editLead")} back={{ href: back, label: name }}>
      <Form action={correct.bind(null, slug, registration.id)} className="grid max-w-[640px] gap-5">
        <div className="grid gap-5 sm:grid-cols-2">
          <FormField
            name="givenName"
            label={t("dossier.givenName")}
            defaultValue={registration.givenName}
            maxLength={80}
            required
          />
          <FormField
            name="familyName"
            label={t("dossier.familyName")}
            defaultValue={registration.familyName}
            maxLength={80}
            required
          />
        </div>
        <FormField
          name="organisation"
          label={t("registrations.organisation")}
          defaultValue={registration.organisation}
          maxLength={160}
        />
        <FormField
          name="jobTitle"
          label={t("dossier.jobTitle")}
          defaultValue={registration.jobTitle}
          maxLength={120}
        />
        <FormSelect name="country" label={t("registrations.country")} defaultValue={registration.country}>
          {listCountries(reader).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </FormSelect>
        <FormSelect name="locale" label={t("dossier.language")} defaultValue={registration.locale}>
          {locales.map((locale) => (
            <option key={locale} value={locale}>
              {localeNames[locale]}
            </option>
          ))}
        </FormSelect>
        <div className="flex flex-wrap gap-3">
          <SubmitButton busy={t("bulk.busy")}>{t("dossier.save")}</SubmitButton>
          <ButtonLink look="quiet" href={back}>
            {t("dossier.leave")}
          </ButtonLink>
        </div>
      </Form>
    </DeskPage>
  );
}
