import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { formSpec, formWords } from "@/components/registrations/form-spec";
import type { FormSpec } from "@/components/registrations/spec";
import { Panel } from "@/components/ui/panel";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { conferenceNow } from "@/lib/clock";
import { loadConference } from "@/lib/conferences/queries";
import { correct, correctSensitive } from "@/lib/corrections/actions";
import { forCorrection, sensitiveQuestions, written } from "@/lib/corrections/rules";
import { findDossier } from "@/lib/dossiers/queries";
import { localeNames, locales } from "@/lib/i18n/locales";
import { formVersion } from "@/lib/overtaken";
import { findPlaceCount } from "@/lib/places/queries";
import { questionKey } from "@/lib/questions/rules";
import { findRegistrationForm } from "@/lib/registration-forms/queries";
import { CorrectionForm } from "./_components/correction-form";
import { SensitiveForm } from "./_components/sensitive-form";

type Props = { params: Promise<{ locale: string; conference: string; id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("desk.dossier"))("edit") };
}

export default async function EditPage({ params }: Props) {
  const asked = await params;
  const conference = await loadConference(asked);
  const { reader, slug } = conference;
  const organiser = await requireOrganiser(slug);
  const dossier = await findDossier(db, organiser, asked.id);
  if (!dossier) notFound();
  const { registration } = dossier;
  const form = await findRegistrationForm(db, conference.id, registration.id);
  const [t, places, words, spec] = await Promise.all([
    getTranslations("desk"),
    findPlaceCount(db, conference.id, conferenceNow(organiser.conference)),
    formWords("save"),
    formSpec(conference, { ...form, questions: forCorrection(form.questions, dossier.answers) }),
  ]);
  const note = (id: string) => {
    const type = places.types[id];
    if (!type || type.capacity === null) return t("dossier.typeOpen");
    return t("dossier.typeTaken", { taken: type.taken, capacity: type.capacity });
  };
  const types: FormSpec["types"] = spec.types.map((type) => ({ ...type, note: note(type.id) }));
  const shown = sensitiveQuestions(form.questions, registration.typeId).map(questionKey);
  const sensitive = spec.sensitive.filter(({ key }) => shown.includes(key));
  const initial = { ...written(registration, dossier.answers), locale: registration.locale };
  const back = `/${reader}/${slug}/admin/registrations/${registration.id}`;
  return (
    <DeskPage
      title={t("dossier.edit")}
      lead={t("dossier.editLead")}
      back={{ href: back, label: `${registration.givenName} ${registration.familyName}` }}
    >
      <div className="grid items-start gap-8 wide:grid-cols-[minmax(0,640px)_minmax(280px,1fr)]">
        <CorrectionForm
          action={correct.bind(null, slug, registration.id)}
          spec={{ ...spec, types }}
          words={words}
          own={{
            type: t("registrations.type"),
            typeHint: t("dossier.typeHint"),
            language: t("dossier.language"),
            save: t("dossier.save"),
            leave: t("dossier.leave"),
          }}
          initial={{ ...initial, version: formVersion(initial) }}
          locales={locales.map((code) => ({ code, name: localeNames[code] }))}
          back={back}
        />
        {sensitive.length > 0 ? (
          <Panel title={t("dossier.sensitive")}>
            <SensitiveForm
              action={correctSensitive.bind(null, slug, registration.id)}
              questions={sensitive}
              spec={spec}
              words={words}
              own={{
                show: t("dossier.showToCorrect"),
                hint: t("dossier.showHint"),
                save: t("dossier.saveSensitive"),
              }}
            />
          </Panel>
        ) : null}
      </div>
    </DeskPage>
  );
}
