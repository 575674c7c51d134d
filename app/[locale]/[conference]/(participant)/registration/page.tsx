import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TicketCard } from "@/components/tickets/ticket-card";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageShell } from "@/components/ui/page-shell";
import { db } from "@/db/client";
import { requireGuest } from "@/lib/auth/actors";
import { conferenceNow } from "@/lib/clock";
import { loadConference } from "@/lib/conferences/queries";
import { localize } from "@/lib/i18n/text";
import { endOfDay } from "@/lib/local-time";
import { findMine } from "@/lib/registrations/queries";
import { mayCancel, mayChange } from "@/lib/registrations/rules";
import { Consents } from "./_components/consents";
import { Details } from "./_components/details";
import { Standing } from "./_components/standing";

type Props = PageProps<"/[locale]/[conference]/registration">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("myRegistration"))("title") };
}

const notices = ["registered", "changed", "cancelled", "undone", "accepted", "declined", "consent"] as const;

export default async function MyRegistrationPage({ params, searchParams }: Props) {
  const conference = await loadConference(await params);
  const { reader, slug, locale } = conference;
  const guest = await requireGuest(slug);
  const [t, mine, asked] = await Promise.all([
    getTranslations("myRegistration"),
    findMine(db, conference.id, guest.personId),
    searchParams,
  ]);
  if (!mine)
    return (
      <PageShell title={t("title")} lead={t("none", { conference: conference.name })}>
        <ButtonLink look="yours" href={`/${reader}/${slug}/register`}>
          {t("register")}
        </ButtonLink>
      </PageShell>
    );
  const now = conferenceNow(conference);
  const end = endOfDay(conference.endsOn, conference.timeZone);
  const done = notices.find((notice) => notice === asked.done);
  const here = `/${reader}/${slug}/registration`;
  const active = mine.state !== "cancelled";
  return (
    <PageShell title={t("title")} lead={conference.name}>
      <div className="grid max-w-[720px] gap-10">
        {done ? (
          <Notice tone="ok" live>
            {t(`done.${done}`)}
          </Notice>
        ) : null}
        <Standing conference={conference} mine={mine} />
        {mine.state === "confirmed" && mine.ticketCode ? (
          <div className="grid gap-4">
            <TicketCard
              conference={conference}
              code={mine.ticketCode}
              name={`${mine.givenName} ${mine.familyName}`}
              organisation={mine.organisation}
              typeName={localize(mine.typeName, reader, locale)}
            />
            <div className="flex flex-wrap gap-3">
              <ButtonLink look="secondary" href={`${here}/ticket`}>
                {t("ticket.open")}
              </ButtonLink>
              <ButtonLink look="secondary" href={`${here}/calendar`}>
                {t("ticket.calendar")}
              </ButtonLink>
            </div>
          </div>
        ) : null}
        <Details
          conference={conference}
          mine={mine}
          email={guest.email}
          change={mayChange(mine, now, end) ? `${here}/edit` : undefined}
        />
        {active ? <Consents conference={conference} registrationId={mine.id} /> : null}
        <section className="border-t border-line pt-7">
          <h2 className="text-xl">{t("more.title")}</h2>
          <ul className="mt-3 grid gap-1">
            <li>
              <a className="link inline-block py-2.5" href={`/${reader}/${slug}/my-data`}>
                {t("more.data")}
              </a>
            </li>
            <li>
              <a className="link inline-block py-2.5" href={`/${reader}/account`}>
                {t("more.account")}
              </a>
            </li>
          </ul>
          {mayCancel(mine, now, end) ? (
            <p className="mt-4">
              <ButtonLink look="danger" href={`${here}/cancel`}>
                {t("cancel.link")}
              </ButtonLink>
            </p>
          ) : null}
        </section>
      </div>
    </PageShell>
  );
}
