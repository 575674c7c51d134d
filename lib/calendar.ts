import ical, { ICalCalendarMethod } from "ical-generator";

export type CalendarEvent = {
  /** Stays the same for ever, so that a calendar replaces what it has. */
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
  description: string;
  url: string;
};

/** An iCalendar file (RFC 5545). Times are in UTC, so that no zone table is needed; texts are escaped. */
export function calendarFile(name: string, events: CalendarEvent[]): string {
  const calendar = ical({ name, method: ICalCalendarMethod.PUBLISH, prodId: "//Openfloor//Openfloor//EN" });
  for (const { id, title, startsAt, endsAt, place, description, url } of events) {
    calendar.createEvent({
      id,
      summary: title,
      start: startsAt,
      end: endsAt,
      // A stamp that does not change with each download lets caches and tests compare files.
      stamp: startsAt,
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
