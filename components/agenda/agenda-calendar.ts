import type { AgendaEntry } from "@/lib/agenda/rules";
import { type CalendarEvent, calendarFile } from "@/lib/calendar";
import type { Conference } from "@/lib/conferences/queries";
import type { Locale } from "@/lib/i18n/locales";
import { translatorFor } from "@/lib/i18n/translator";

const HOUR = 3600;

/**
 * The entries of an agenda as a calendar, in a language. `release`: on which they stand; `base`: the portal's own
 * address. Nothing in it says whose agenda it is.
 */
export async function agendaCalendar(
  conference: Conference,
  locale: Locale,
  entries: (AgendaEntry & { changedAt: Date })[],
  release: { number: number; at: Date | null },
  base: string,
): Promise<string> {
  const t = await translatorFor(locale, "agenda.calendar");
  const address = `${base}/${locale}/${conference.slug}`;
  const latest = (changedAt: Date) =>
    // Also when the venue got another name: the place says it.
    new Date(Math.max(...[changedAt, release.at, conference.updatedAt].map((at) => at?.getTime() ?? 0)));
  const events = entries.map((entry): CalendarEvent => {
    const waiting = entry.seat === "waiting" && !entry.cancelled;
    const { title } = entry;
    return {
      id: `${entry.id}@openfloor`,
      // Not every calendar shows that something is cancelled, and none knows waiting lists: so it is said in words.
      title: entry.cancelled ? t("cancelled", { title }) : waiting ? t("waiting", { title }) : title,
      startsAt: entry.startsAt,
      endsAt: entry.endsAt,
      place: [
        entry.room,
        entry.floor && t("floor", { floor: entry.floor }),
        conference.venueName,
        conference.venueCity,
      ]
        .filter(Boolean)
        .join(", "),
      description: [
        entry.seat === "booked" && !entry.cancelled ? t("booked") : null,
        `${address}/programme/${entry.slug}`,
      ]
        .filter(Boolean)
        .join("\n"),
      url: `${address}/programme/${entry.slug}`,
      changedAt: latest(entry.changedAt),
      sequence: release.number,
      cancelled: entry.cancelled,
      free: entry.seat !== "booked",
    };
  });
  return calendarFile(t("name", { conference: conference.shortName }), events, HOUR);
}
