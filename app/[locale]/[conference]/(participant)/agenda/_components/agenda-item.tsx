import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StateWord } from "@/components/ui/state-word";
import { type AgendaEntry, minutesBetween, type Overlap } from "@/lib/agenda/rules";
import { conferenceNow } from "@/lib/clock";
import type { Conference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";
import { feedbackState } from "@/lib/feedback/rules";
import type { Locale } from "@/lib/i18n/locales";

type Props = {
  conference: Conference & { reader: Locale };
  entry: AgendaEntry;
  standing?: "now" | "next" | "over";
  overlaps: Overlap<AgendaEntry>[];
  /** What stands before it: free time, the way there. */
  children: ReactNode;
};

/** One entry: when, what, where, and what is in its way. The star is put there by the page's script. */
export function AgendaItem({ conference, entry, standing, overlaps, children }: Props) {
  const t = useTranslations("agenda");
  const p = useTranslations("programme");
  const feedback = useTranslations("feedback");
  const { reader, slug, locale, timeZone } = conference;
  const time = (instant: Date) => formatInstant(instant, "time", reader, timeZone);
  const where = [
    p(`kinds.${entry.format}` as "kinds.plenary"),
    p("minutes", { count: minutesBetween(entry.startsAt, entry.endsAt) }),
    entry.room,
    entry.floor && t("floor", { floor: entry.floor }),
  ];
  return (
    <li
      data-id={entry.id}
      data-mine=""
      className="grid break-inside-avoid grid-cols-[52px_minmax(0,1fr)] gap-x-3 sm:grid-cols-[104px_minmax(0,1fr)]"
    >
      <div className="col-start-2 empty:hidden">{children}</div>
      <p className="col-start-1 pt-2.5 text-[13px] leading-5 text-ink-3 tabular-nums sm:text-[15px]">
        <time dateTime={entry.startsAt.toISOString()}>{time(entry.startsAt)}</time>–
        <time dateTime={entry.endsAt.toISOString()}>{time(entry.endsAt)}</time>
      </p>
      <div className={`session-card ${entry.cancelled ? "cancelled" : ""}`}>
        <h3 lang={locale === reader ? undefined : locale}>
          <a href={`/${reader}/${slug}/programme/${entry.slug}`}>{entry.title}</a>
        </h3>
        <p>{where.filter(Boolean).join(" · ")}</p>
        <p className="flex flex-wrap gap-x-3 empty:hidden">
          {standing === "now" ? <StateWord tone="ok">{t("now")}</StateWord> : null}
          {standing === "next" ? <StateWord tone="ok">{t("next")}</StateWord> : null}
          {standing === "over" ? <StateWord tone="quiet">{t("over")}</StateWord> : null}
          {entry.cancelled ? <StateWord tone="bad">{t("cancelled")}</StateWord> : null}
          {entry.seat === "booked" && !entry.cancelled ? (
            <StateWord tone="ok">{t("booked")}</StateWord>
          ) : null}
          {entry.seat === "waiting" && !entry.cancelled ? (
            <StateWord tone="warn">{t("waiting")}</StateWord>
          ) : null}
        </p>
        {feedbackState({ ...entry, kind: entry.format }, timeZone, conferenceNow(conference)) === "open" ? (
          <p>
            {/* Above the card's own link, which covers it. */}
            <a
              className="link relative z-1 inline-flex min-h-11 items-center"
              href={`/${reader}/${slug}/programme/${entry.slug}/feedback`}
            >
              {feedback("give")}
            </a>
          </p>
        ) : null}
      </div>
      {overlaps.map(({ with: other, from, to, minutes }) => (
        <p key={other.id} className="clash col-start-2">
          {t("overlap", { title: other.title, from: time(from), to: time(to), minutes })}
        </p>
      ))}
    </li>
  );
}
