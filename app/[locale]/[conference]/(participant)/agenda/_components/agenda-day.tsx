import { useTranslations } from "next-intl";
import { type AgendaEntry, gaps, overlaps, type standings, walks } from "@/lib/agenda/rules";
import type { Conference } from "@/lib/conferences/queries";
import { formatDay, formatInstant } from "@/lib/dates";
import type { Locale } from "@/lib/i18n/locales";
import { AgendaItem } from "./agenda-item";

type Props = {
  conference: Conference & { reader: Locale };
  /** A local date. */
  day: string;
  entries: AgendaEntry[];
  /** Of every day: what goes on past midnight overlaps with the next one. */
  all: AgendaEntry[];
  standing: ReturnType<typeof standings>;
};

/** A day of the agenda: what is in it, what is free between, and the ways from floor to floor. */
export function AgendaDay({ conference, day, entries, all, standing }: Props) {
  const t = useTranslations("agenda");
  const { reader, timeZone } = conference;
  const shared = overlaps(all);
  const free = gaps(entries);
  const ways = walks(entries);
  const time = (instant: Date) => formatInstant(instant, "time", reader, timeZone);
  return (
    <section aria-labelledby={`day-${day}`} className="mb-10">
      <h2 id={`day-${day}`} className="mb-3 scroll-mt-4 border-b-2 border-ink pb-2 text-[22px]">
        {formatDay(day, "day", reader)}
      </h2>
      <ol className="grid gap-2.5">
        {entries.map((entry) => {
          const gap = free.get(entry.id);
          const way = ways.get(entry.id);
          const said = way && {
            minutes: way.minutes,
            room: entry.room ?? "",
            floor: entry.floor ?? "",
            time: way.time,
          };
          return (
            <AgendaItem
              key={entry.id}
              conference={conference}
              entry={entry}
              standing={standing.get(entry.id)}
              overlaps={shared.get(entry.id) ?? []}
            >
              {gap ? (
                <p className="pt-1 pb-2 text-sm text-ink-3 tabular-nums">
                  {t("gap", { from: time(gap.from), to: time(gap.to) })}
                </p>
              ) : null}
              {said ? (
                <p className={`pb-2 text-sm ${said.time < said.minutes ? "text-warn" : "text-ink-2"}`}>
                  {said.time < said.minutes ? t("walkTight", said) : t("walk", said)}
                </p>
              ) : null}
            </AgendaItem>
          );
        })}
      </ol>
    </section>
  );
}
