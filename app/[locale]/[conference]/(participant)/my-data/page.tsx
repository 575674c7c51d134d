import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { PageShell } from "@/components/ui/page-shell";
import { Panel } from "@/components/ui/panel";
import { db } from "@/db/client";
import { requirePerson } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { findPersonalData } from "@/lib/personal-data/queries";
import { AccountData } from "./_components/account-data";
import { AgendaData } from "./_components/agenda-data";
import { FeedbackData } from "./_components/feedback-data";
import { LogData } from "./_components/log-data";
import { MailData } from "./_components/mail-data";
import { RegistrationData } from "./_components/registration-data";
import { SeatData } from "./_components/seat-data";
import { SessionData } from "./_components/session-data";

type Props = PageProps<"/[locale]/[conference]/my-data">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("myData");
  return { title: t("title") };
}

export default async function MyDataPage({ params }: Props) {
  const conference = await loadConference(await params);
  const person = await requirePerson();
  const t = await getTranslations("myData");
  const data = await findPersonalData(db, person, conference.reader);
  const base = `/${conference.reader}/${conference.slug}`;
  const show = { reader: conference.reader, timeZone: conference.timeZone };
  return (
    <PageShell title={t("title")} lead={t("lead")}>
      <div className="grid items-start gap-x-12 gap-y-10 wide:grid-cols-[minmax(0,1fr)_320px]">
        <div className="grid min-w-0 gap-12">
          <AccountData data={data} {...show} />
          <RegistrationData data={data} reader={conference.reader} />
          <AgendaData stars={data.stars ?? []} feeds={data.feeds ?? []} {...show} />
          <FeedbackData rows={data.feedback ?? []} {...show} />
          <SeatData rows={data.seats ?? []} {...show} />
          <SessionData rows={data.auth_sessions ?? []} {...show} />
          <MailData rows={data.outbox ?? []} {...show} />
          <LogData rows={data.audit_entries ?? []} texts={data.page_versions ?? []} {...show} />
        </div>
        <aside className="order-first grid gap-5 wide:order-none wide:sticky wide:top-24">
          <Panel title={t("download.title")}>
            <p className="mb-4 text-[15px] text-ink-2">{t("download.text")}</p>
            <div className="grid gap-2.5">
              <ButtonLink href={`${base}/my-data/download?format=json`} download>
                {t("download.json")}
              </ButtonLink>
              <ButtonLink look="secondary" href={`${base}/my-data/download?format=csv`} download>
                {t("download.csv")}
              </ButtonLink>
            </div>
          </Panel>
          <div className="grid justify-items-start">
            <a href={`${base}/privacy`} className="link inline-flex min-h-11 items-center text-[15px]">
              {t("privacy")}
            </a>
            <a
              href={`${base}/my-data/erase`}
              className="inline-flex min-h-11 items-center text-[15px] text-bad underline underline-offset-4"
            >
              {t("erase.open")}
            </a>
          </div>
        </aside>
      </div>
    </PageShell>
  );
}
