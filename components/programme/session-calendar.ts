import { calendarFile } from "@/lib/calendar";
import type { Conference } from "@/lib/conferences/queries";
import type { Locale } from "@/lib/i18n/locales";
import type { ProgrammeSession } from "@/lib/programme/rules";

/** Sessions as a calendar file. `base` is the portal's own address. */
export function calendarOf(
  conference: Conference & { reader: Locale },
  sessions: ProgrammeSession[],
  base: string,
): string {
  const { slug, reader, name, venueName, venueCity } = conference;
  const events = sessions.map((session) => ({
    id: `${session.slug}@${slug}`,
    title: session.title,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    place: [session.room?.name, venueName, venueCity].filter(Boolean).join(", "),
    description: session.abstract,
    url: `${base}/${reader}/${slug}/programme/${session.slug}`,
  }));
  return calendarFile(name, events);
}
