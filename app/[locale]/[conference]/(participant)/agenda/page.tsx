import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Offline, Stars } from "@/components/agenda/programme-agenda";
import { ButtonLink } from "@/components/ui/button";
import { PageShell } from "@/components/ui/page-shell";
import { PrintButton } from "@/components/ui/print-button";
import { db } from "@/db/client";
import { listAgenda } from "@/lib/agenda/queries";
import { standings } from "@/lib/agenda/rules";
import { requireGuest } from "@/lib/auth/actors";
import { conferenceNow } from "@/lib/clock";
import { loadConference } from "@/lib/conferences/queries";
import { formatDay, zoneName, zoneNamesOf } from "@/lib/dates";
import { listRated } from "@/lib/feedback/queries";
import { feedbackState } from "@/lib/feedback/rules";
import { instantOf } from "@/lib/local-time";
import { byDay } from "@/lib/programme/rules";
import { AgendaDay } from "./_components/agenda-day";
import { Feed } from "./_components/feed";
import { MergeFirst } from "./_components/merge-first";

type Props = PageProps<"/[locale]/[conference]/agenda">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agenda"))("title") };
}

export default async function AgendaPage({ params }: Props) {
  const conference = await loadConference(await params);
  const { reader, slug, timeZone, venueCity, startsOn } = conference;
  const guest = await requireGuest(slug);
  const [t, entries] = await Promise.all([getTranslations("agenda"), listAgenda(db, guest)]);
  const days = byDay(entries, timeZone);
  const now = conferenceNow(conference);
  const standing = standings(entries, now);
  const open = entries.filter((one) => feedbackState({ ...one, kind: one.format }, timeZone, now) === "open");
  const rated = open.length > 0 ? await listRated(db, guest) : null;
  const toRate = new Set(rated && open.map(({ id }) => id).filter((id) => !rated.has(id)));
  const here = `/${reader}/${slug}`;
  const zone =
    days.length > 0
      ? zoneNamesOf(days, timeZone, reader)
      : zoneName(instantOf(`${startsOn}T12:00`, timeZone), timeZone, reader);
  return (
    <PageShell
      title={t("title")}
      lead={<p className="text-base">{t("lead", { place: venueCity || timeZone, zone })}</p>}
      aside={
        entries.length > 0 ? (
          <div className="flex flex-wrap gap-2.5 print:hidden">
            <PrintButton look="secondary" size="small">
              {t("print")}
            </PrintButton>
            <ButtonLink look="secondary" size="small" href={`${here}/agenda/calendar`} download>
              {t("download")}
            </ButtonLink>
          </div>
        ) : null
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-10 wide:grid-cols-[minmax(0,1fr)_300px]">
        <div className="min-w-0">
          {days.length === 0 ? (
            <div className="max-w-[56ch]">
              <h2 className="text-[22px]">{t("none.title")}</h2>
              <p className="mt-2 mb-5 text-ink-2">{t("none.text")}</p>
              <ButtonLink href={`${here}/programme`}>{t("none.open")}</ButtonLink>
            </div>
          ) : null}
          {days.length > 1 ? (
            <nav aria-label={t("days")} className="mb-6 flex flex-wrap gap-x-5 print:hidden">
              {days.map(({ day }) => (
                <a key={day} href={`#day-${day}`} className="link inline-flex min-h-11 items-center">
                  {formatDay(day, "dayShort", reader)}
                </a>
              ))}
            </nav>
          ) : null}
          {days.map(({ day, sessions }) => (
            <AgendaDay
              key={day}
              conference={conference}
              day={day}
              entries={sessions}
              all={entries}
              standing={standing}
              toRate={toRate}
            />
          ))}
        </div>
        <aside className="grid grid-cols-[minmax(0,1fr)] gap-5 print:hidden">
          <Feed conference={conference} guest={guest} />
          <div className="grid justify-items-start">
            <a href={`${here}/programme`} className="link inline-flex min-h-11 items-center text-[15px]">
              {t("programme")}
            </a>
            <a href={`${here}/registration`} className="link inline-flex min-h-11 items-center text-[15px]">
              {t("registration")}
            </a>
          </div>
        </aside>
      </div>
      <MergeFirst conference={slug} />
      <Stars conference={conference} />
      <Offline conference={conference} />
    </PageShell>
  );
}
