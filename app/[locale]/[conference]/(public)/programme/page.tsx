import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Offline, ProgrammeAgenda, Stars } from "@/components/agenda/programme-agenda";
import { pageMetadata } from "@/components/conferences/page-metadata";
import { programmeControls } from "@/components/programme/controls";
import { LiveProgramme } from "@/components/programme/live-programme";
import { DayTimetable } from "@/components/programme/timetable";
import { SeatsOnCards } from "@/components/seats/seat-panel";
import { Markup } from "@/components/ui/markup";
import { PageShell } from "@/components/ui/page-shell";
import { db } from "@/db/client";
import { conferenceNow } from "@/lib/clock";
import { loadConference } from "@/lib/conferences/queries";
import { zoneNamesOf } from "@/lib/dates";
import { pluralForms } from "@/lib/i18n/plural";
import { localDay } from "@/lib/local-time";
import { listProgramme } from "@/lib/programme/queries";
import { byDay, openingDay } from "@/lib/programme/rules";
import { roomKeys } from "@/lib/programme-filter/rules";
import { FirstDay } from "./_components/first-day";

export async function generateMetadata({
  params,
}: PageProps<"/[locale]/[conference]/programme">): Promise<Metadata> {
  const conference = await loadConference(await params);
  const t = await getTranslations("programme");
  return pageMetadata(conference, "/programme", {
    title: t("title"),
    description: t("description", { name: conference.name }),
  });
}

export default async function ProgrammePage({ params }: PageProps<"/[locale]/[conference]/programme">) {
  const conference = await loadConference(await params);
  const t = await getTranslations("programme");
  const { reader, slug, timeZone, venueCity } = conference;
  const sessions = await listProgramme(db, conference, reader);
  const days = byDay(sessions, timeZone);
  const names = days.map(({ day }) => day);
  const now = conferenceNow(conference);
  const first = openingDay(names, localDay(now, timeZone));
  if (!first) {
    return (
      <PageShell title={t("title")}>
        <p className="max-w-[62ch] text-lg text-ink-2">{t("none")}</p>
      </PageShell>
    );
  }
  const keys = roomKeys(sessions);
  const zone = t("lead", { place: venueCity || timeZone, zone: zoneNamesOf(days, timeZone, reader) });
  const address = `/${reader}/${slug}/programme`;
  return (
    <PageShell
      title={t("title")}
      lead={<p className="text-base">{zone}</p>}
      aside={
        <div className="page-tools">
          <button type="button" data-print="day" className="needs-script">
            {t("printDay")}
          </button>
          <button type="button" data-print="all" className="needs-script">
            {t("printAll")}
          </button>
          <a href={`/${reader}/${slug}/schedule.ics`}>{t("calendar")}</a>
        </div>
      }
    >
      <section id="now-next" aria-label={t("nowNext")} hidden suppressHydrationWarning />
      <Markup id="programme-controls" html={programmeControls(t, conference, days, keys)} />
      <div className="beside-agenda">
        <div id="programme" suppressHydrationWarning>
          <FirstDay programme="programme" days={names} openingDay={first} />
          {days.map(({ day, sessions: ofDay }) => (
            <DayTimetable key={day} conference={conference} day={day} sessions={ofDay} roomKeys={keys} />
          ))}
        </div>
        <ProgrammeAgenda conference={conference} programme="programme" />
      </div>
      <LiveProgramme
        locale={reader}
        openingDay={first}
        index={`${address}/search.json`}
        stoppedAt={conference.mode === "rehearsal" && conference.clockSetAt ? now.getTime() : null}
        words={{
          now: t("now"),
          next: t("next"),
          more: pluralForms(reader, (count) => t("moreParallel", { count })),
          shown: pluralForms(reader, (count) => t("shown", { count })),
          elsewhere: pluralForms(reader, (count) => t("elsewhere", { count })),
          none: t("noneShown"),
        }}
      />
      <Stars conference={conference} />
      <Offline conference={conference} />
      <SeatsOnCards conference={conference} />
    </PageShell>
  );
}
