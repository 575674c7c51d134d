import { getTranslations } from "next-intl/server";
import { MomentList } from "@/components/clock/moment-list";
import { DeskPage } from "@/components/desk/desk-page";
import { ButtonLink } from "@/components/ui/button";
import { Form, FormField } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { conferenceNow } from "@/lib/clock";
import { setClock } from "@/lib/conferences/actions";
import { findEarlierClock, loadConference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";
import { localMinute } from "@/lib/local-time";

type Props = {
  params: Promise<{ locale: string; conference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("clock"))("title") };
}

export default async function ClockPage({ params, searchParams }: Props) {
  const { slug, reader } = await loadConference(await params);
  const { conference } = await requireOrganiser(slug);
  const { moved, live } = await searchParams;
  const t = await getTranslations("clock");
  const { timeZone } = conference;
  const now = conferenceNow(conference);
  const inWords = (at: Date) => formatInstant(at, "moment", reader, timeZone);
  if (conference.mode === "live") {
    return (
      <DeskPage title={t("title")} lead={t("liveLead")}>
        {live ? <Notice tone="ok" title={t("wentLive")} live /> : null}
        <p className="mt-6 text-2xl font-semibold tabular-nums">{inWords(now)}</p>
      </DeskPage>
    );
  }
  const earlier = await findEarlierClock(db, conference);
  const move = setClock.bind(null, slug);
  return (
    <DeskPage title={t("title")} lead={t("lead")}>
      {moved ? <Notice tone="ok" title={t("moved", { moment: inWords(now) })} live /> : null}
      <div className="mt-5 grid items-start gap-6 wide:grid-cols-[minmax(0,1fr)_360px]">
        <div className="grid gap-6 wide:order-2">
          <Panel title={t("now")}>
            <p className="text-2xl leading-tight font-semibold tracking-tight tabular-nums">{inWords(now)}</p>
            <p className="mt-1 text-sm text-ink-2">{t(conference.clockSetAt ? "standing" : "running")}</p>
            {earlier ? (
              <Form action={move} className="mt-3 border-t border-line pt-3 text-sm text-ink-2">
                <p>{earlier.at ? t("previous", { moment: inWords(earlier.at) }) : t("previousReal")}</p>
                <SubmitButton
                  look="quiet"
                  size="small"
                  name={earlier.at ? "moment" : "to"}
                  value={earlier.at ? earlier.at.toISOString() : "real"}
                >
                  {t("back")}
                </SubmitButton>
              </Form>
            ) : null}
          </Panel>
          <Panel title={t("any")}>
            <Form action={move} className="grid gap-4">
              <FormField
                name="local"
                type="datetime-local"
                label={t("local", { zone: timeZone })}
                defaultValue={localMinute(now, timeZone)}
              />
              <p className="text-sm text-ink-2">{t("stays")}</p>
              <div className="flex flex-wrap gap-3">
                <SubmitButton>{t("move")}</SubmitButton>
                {conference.clockSetAt ? (
                  <SubmitButton look="secondary" name="to" value="real">
                    {t("real")}
                  </SubmitButton>
                ) : null}
              </div>
            </Form>
          </Panel>
          <ButtonLink look="danger" href={`/${reader}/${slug}/admin/clock/leave`}>
            {t("leave.link")}
          </ButtonLink>
        </div>
        <section>
          <h2 className="mb-3 text-[17px]">{t("moments")}</h2>
          <Form action={move} label={t("moments")}>
            <MomentList conference={conference} now={now} locale={reader} />
          </Form>
        </section>
      </div>
    </DeskPage>
  );
}
