import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { RegistrationStateWord } from "@/components/desk/registration-state";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { db } from "@/db/client";
import { listHistory } from "@/lib/audit/queries";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";
import { showSensitive } from "@/lib/dossiers/actions";
import { findDossier, listMailsTo } from "@/lib/dossiers/queries";
import { answerInWords } from "@/lib/dossiers/rules";
import { isLocale, localeNames } from "@/lib/i18n/locales";
import { speechOf } from "@/lib/i18n/speech";
import { spacedTicketCode } from "@/lib/tickets/rules";
import { Consents } from "./_components/consents";
import { Facts } from "./_components/facts";
import { History } from "./_components/history";
import { Moves } from "./_components/moves";
import { SensitiveAnswers } from "./_components/sensitive-answers";

type Props = {
  params: Promise<{ locale: string; conference: string; id: string }>;
  searchParams: Promise<{ done?: string }>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("desk.dossier"))("title") };
}

export default async function DossierPage({ params, searchParams }: Props) {
  const asked = await params;
  const { reader, slug } = await loadConference(asked);
  const organiser = await requireOrganiser(slug);
  const dossier = await findDossier(db, organiser, asked.id);
  if (!dossier) notFound();
  const { registration, person, type, invitation } = dossier;
  const [t, speech, history, mails, { done }] = await Promise.all([
    getTranslations("desk"),
    speechOf(organiser.conference),
    listHistory(db, organiser, registration.id),
    listMailsTo(db, organiser, person.id),
    searchParams,
  ]);
  const { timeZone } = organiser.conference;
  const moment = (at: Date | null) => at && formatInstant(at, "moment", reader, timeZone);
  const desk = `/${reader}/${slug}/admin`;
  const list = `${desk}/registrations`;
  const { locale } = registration;
  return (
    <DeskPage
      title={`${registration.givenName} ${registration.familyName}`}
      lead={
        <RegistrationStateWord
          state={registration.state}
          cancelReason={registration.cancelReason}
          checkedIn={registration.checkedInAt !== null}
        />
      }
      back={{ href: list, label: t("registrations.title") }}
    >
      {done === "corrected" || done === "resent" ? (
        <div className="mb-5">
          <Notice tone="ok" title={t(`dossier.done.${done}`)} live />
        </div>
      ) : null}
      <div className="grid items-start gap-6 wide:grid-cols-[minmax(0,1fr)_280px]">
        <div className="grid gap-8">
          <Facts
            facts={[
              { label: t("dossier.email"), value: <a href={`mailto:${person.email}`}>{person.email}</a> },
              { label: t("registrations.organisation"), value: registration.organisation },
              { label: t("dossier.jobTitle"), value: registration.jobTitle },
              { label: t("registrations.country"), value: speech.country(registration.country) },
              { label: t("registrations.type"), value: speech.label(type.name) },
              { label: t("dossier.language"), value: isLocale(locale) ? localeNames[locale] : locale },
              { label: t("registrations.registeredAt"), value: moment(registration.registeredAt) },
              { label: t("dossier.confirmedAt"), value: moment(registration.confirmedAt) },
              { label: t("dossier.offeredUntil"), value: moment(registration.offeredUntil) },
              { label: t("dossier.cancelledAt"), value: moment(registration.cancelledAt) },
              {
                label: t("dossier.declineReason"),
                value: registration.declineReason && (
                  <span className="whitespace-pre-line">{registration.declineReason}</span>
                ),
              },
              { label: t("states.checked-in"), value: moment(registration.checkedInAt) },
              registration.state === "waitlisted"
                ? { label: t("dossier.position"), value: String(dossier.position) }
                : null,
              registration.ticketCode
                ? {
                    label: t("dossier.ticket"),
                    value: (
                      <span className="font-semibold tracking-wide">
                        {spacedTicketCode(registration.ticketCode)}
                      </span>
                    ),
                  }
                : null,
              invitation
                ? {
                    label: t("dossier.invitation"),
                    value: [invitation.code, invitation.label].filter(Boolean).join(", "),
                  }
                : null,
              { label: t("dossier.number"), value: String(person.number) },
            ]}
          />
          {dossier.answers.length > 0 ? (
            <section>
              <h2 className="mb-2 text-xl">{t("dossier.answers")}</h2>
              <Facts
                facts={dossier.answers.map((answer) => ({
                  label: speech.label(answer.label),
                  value: (
                    <span className="whitespace-pre-line">{answerInWords(answer, speech).join(", ")}</span>
                  ),
                }))}
              />
            </section>
          ) : null}
          <Consents consents={dossier.consents} label={speech.label} timeZone={timeZone} />
        </div>
        <div className="grid gap-5">
          <Panel title={t("dossier.moves")}>
            <Moves dossier={dossier} slug={slug} list={list} />
          </Panel>
          <Panel title={t("dossier.sensitive")}>
            {dossier.sensitive > 0 ? (
              <SensitiveAnswers
                action={showSensitive.bind(null, slug, registration.id)}
                words={{
                  show: t("dossier.show", { count: dossier.sensitive }),
                  hint: t("dossier.showHint"),
                  none: t("dossier.noSensitive"),
                }}
              />
            ) : (
              <p className="text-sm text-ink-2">{t("dossier.noSensitive")}</p>
            )}
          </Panel>
        </div>
      </div>
      <History history={history} mails={mails} timeZone={timeZone} desk={desk} />
    </DeskPage>
  );
}
