import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageMetadata } from "@/components/conferences/page-metadata";
import { DayTimetable } from "@/components/programme/timetable";
import { buttonClass } from "@/components/ui/button";
import { PageShell } from "@/components/ui/page-shell";
import { db } from "@/db/client";
import { conferenceNow } from "@/lib/clock";
import { loadConference } from "@/lib/conferences/queries";
import { localDay, zoneName } from "@/lib/dates";
import { listProgramme } from "@/lib/programme/queries";
import { byDay, openingDay } from "@/lib/programme/rules";
import { Controls } from "./_components/controls";
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
  const first = openingDay(names, localDay(conferenceNow(conference), timeZone));
  const begin = sessions[0]?.startsAt;
  if (!first || !begin) {
    return (
      <PageShell title={t("title")}>
        <p className="max-w-[62ch] text-lg text-ink-2">{t("none")}</p>
      </PageShell>
    );
  }
  return (
    <PageShell
      title={t("title")}
      lead={
        <p className="text-base">
          {t("lead", { place: venueCity || timeZone, zone: zoneName(begin, timeZone, reader) })}
        </p>
      }
      aside={
        <a
          href={`/${reader}/${slug}/programme.ics`}
          className={buttonClass({ look: "secondary", size: "small" }, "print:hidden")}
        >
          {t("calendar")}
        </a>
      }
    >
      <Controls conference={conference} days={days} sessions={sessions} openingDay={first} />
      <div id="programme" suppressHydrationWarning>
        <FirstDay programme="programme" days={names} openingDay={first} />
        {days.map(({ day, sessions: ofDay }) => (
          <DayTimetable key={day} conference={conference} day={day} sessions={ofDay} />
        ))}
      </div>
    </PageShell>
  );
}
