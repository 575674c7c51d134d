import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { formSpec, formWords } from "@/components/registrations/form-spec";
import { RegistrationForm } from "@/components/registrations/registration-form";
import { PageShell } from "@/components/ui/page-shell";
import { db } from "@/db/client";
import type { AnswerValue } from "@/db/schema";
import { requireGuest } from "@/lib/auth/actors";
import { conferenceNow } from "@/lib/clock";
import { loadConference } from "@/lib/conferences/queries";
import { endOfDay } from "@/lib/dates";
import { questionKey } from "@/lib/questions/rules";
import { changeAction } from "@/lib/registrations/actions";
import { findMine, findRegistrationForm } from "@/lib/registrations/queries";
import { mayChange } from "@/lib/registrations/rules";

type Props = PageProps<"/[locale]/[conference]/registration/edit">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("myRegistration.edit"))("title") };
}

/** As a field of the form holds it. */
const typed = (value: AnswerValue) =>
  typeof value === "boolean" ? (value ? "yes" : "no") : Array.isArray(value) ? value : String(value);

export default async function EditPage({ params }: Props) {
  const conference = await loadConference(await params);
  const { reader, slug } = conference;
  const guest = await requireGuest(slug);
  const [t, mine] = await Promise.all([
    getTranslations("myRegistration.edit"),
    findMine(db, conference.id, guest.personId),
  ]);
  const back = `/${reader}/${slug}/registration`;
  const end = endOfDay(conference.endsOn, conference.timeZone);
  if (!mine || !mayChange(mine, conferenceNow(conference), end)) redirect(back);
  const form = await findRegistrationForm(db, conference.id, mine.id);
  return (
    <PageShell title={t("title")} lead={t("lead")}>
      <RegistrationForm
        action={changeAction.bind(null, slug, reader)}
        spec={await formSpec(conference, form)}
        words={await formWords("save")}
        isNew={false}
        initial={{
          typeId: mine.typeId,
          givenName: mine.givenName,
          familyName: mine.familyName,
          organisation: mine.organisation,
          jobTitle: mine.jobTitle,
          country: mine.country,
          ...Object.fromEntries(mine.answers.map((answer) => [questionKey(answer), typed(answer.value)])),
        }}
      />
      <p className="mt-6">
        <a className="link inline-block py-2.5" href={back}>
          {t("back")}
        </a>
      </p>
    </PageShell>
  );
}
