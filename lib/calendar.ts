import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";

export type CalendarEvent = {
  /** Stays the same for ever, so that a calendar replaces what it has. */
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
  description: string;
  url: string;
  /** When any of this changed last; without it the beginning, which at least stays the same. */
  changedAt?: Date;
  /** Grows with the number of the programme's release: a calendar replaces what has a smaller one. */
  sequence?: number;
  cancelled?: boolean;
  /** Takes no time of the reader: looked at, not booked. */
  free?: boolean;
};

/**
 * An iCalendar file (RFC 5545). Times are in UTC, so that no zone table is needed; texts are escaped. `ttl`:
 * after how many seconds a program that subscribes shall ask again.
 */
export function calendarFile(name: string, events: CalendarEvent[], ttl?: number): string {
  const method = ICalCalendarMethod.PUBLISH;
  const calendar = ical({ name, method, ttl, prodId: "//Openfloor//Openfloor//EN" });
  for (const { id, title, startsAt, endsAt, place, description, url, changedAt, ...more } of events) {
    calendar.createEvent({
      id,
      summary: title,
      start: startsAt,
      end: endsAt,
      // A stamp that does not change with each download lets caches and tests compare files.
      stamp: changedAt ?? startsAt,
      lastModified: changedAt,
      sequence: more.sequence,
      status: more.cancelled ? ICalEventStatus.CANCELLED : undefined,
      transparency: more.free || more.cancelled ? ICalEventTransparency.TRANSPARENT : undefined,
      location: place,
      description,
      url,
    });
  }
  return calendar.toString();
}

/** The answer of a route that hands out a calendar file. */
export function calendarResponse(file: string, name: string): Response {
  return new Response(file, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="${name}.ics"`,
      "x-content-type-options": "nosniff",
    },
  });
}
