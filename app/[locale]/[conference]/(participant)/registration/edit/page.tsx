import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { formSpec, formWords } from "@/components/registrations/form-spec";
import { RegistrationForm } from "@/components/registrations/registration-form";
import { PageShell } from "@/components/ui/page-shell";
import { db } from "@/db/client";
import { requireGuest } from "@/lib/auth/actors";
import { conferenceNow } from "@/lib/clock";
import { type Conference, loadConference } from "@/lib/conferences/queries";
import { written } from "@/lib/corrections/rules";
import { endOfDay } from "@/lib/local-time";
import { keepsForm, lastKnown } from "@/lib/outage";
import { formVersion } from "@/lib/overtaken";
import { findRegistrationForm } from "@/lib/registration-forms/queries";
import { changeAction } from "@/lib/registrations/actions";
import { findMine } from "@/lib/registrations/queries";
import { mayChange } from "@/lib/registrations/rules";
import type { FieldValues } from "@/lib/result";

type Props = PageProps<"/[locale]/[conference]/registration/edit">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("myRegistration.edit"))("title") };
}

type Mine = NonNullable<Awaited<ReturnType<typeof findMine>>>;

function filledIn(mine: Mine): FieldValues {
  const values = written(
    mine,
    mine.answers.map(({ id, value }) => ({ questionId: id, value })),
  );
  return { ...values, version: formVersion(values) };
}

/** The reader's own registration; whoever has none that can be changed is led back. */
async function findChangeable(conference: Conference, back: string): Promise<Mine> {
  const guest = await requireGuest(conference.slug);
  const mine = await findMine(db, conference.id, guest.personId);
  const end = endOfDay(conference.endsOn, conference.timeZone);
  if (!mine || !mayChange(mine, conferenceNow(conference), end)) redirect(back);
  return mine;
}

export default async function EditPage({ params }: Props) {
  const conference = await loadConference(await params);
  const { reader, slug } = conference;
  const t = await getTranslations("myRegistration.edit");
  const back = `/${reader}/${slug}/registration`;
  // After a failure that kept the portal from asking who it is, what was typed is in the state of the form.
  const mine = keepsForm() ? undefined : await findChangeable(conference, back);
  const spec = await lastKnown(`changes ${slug} ${reader}`, async () =>
    formSpec(conference, await findRegistrationForm(db, conference.id, mine?.id), { removedOptions: true }),
  );
  return (
    <PageShell title={t("title")} lead={t("lead")}>
      <RegistrationForm
        action={changeAction.bind(null, slug, reader)}
        spec={spec}
        words={await formWords("save")}
        isNew={false}
        initial={mine ? filledIn(mine) : {}}
      />
      <p className="mt-6">
        <a className="link inline-block py-2.5" href={back}>
          {t("back")}
        </a>
      </p>
    </PageShell>
  );
}
