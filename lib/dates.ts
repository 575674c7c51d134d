/**
 * The only place where dates become text that people read, in their language and the conference's IANA time
 * zone. What a clock on the wall of the conference says, for forms and reckoning: lib/local-time.ts.
 */

const formats = {
  /** Wednesday 15 May 2019 */
  day: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  /** Wed 15 May */
  dayShort: { weekday: "short", day: "numeric", month: "short" },
  /** 15 May 2019 */
  date: { day: "numeric", month: "long", year: "numeric" },
  /** 15 May */
  dateShort: { day: "numeric", month: "long" },
  /** 13:30 */
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  /** Wed 15 May 2019, 13:30 */
  moment: {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  },
  /** 15/05/2019, 13:30: for tables */
  stamp: {
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateFormat = keyof typeof formats;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(format: DateFormat, locale: string, timeZone: string) {
  const key = `${format} ${locale} ${timeZone}`;
  const made =
    formatters.get(key) ??
    new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { ...formats[format], timeZone });
  formatters.set(key, made);
  return made;
}

/** An instant in the conference's zone. */
export function formatInstant(instant: Date, format: DateFormat, locale: string, timeZone: string): string {
  return formatter(format, locale, timeZone).format(instant);
}

/** A local date ("2019-05-14"), which has no zone. */
export function formatDay(
  day: string,
  format: "day" | "dayShort" | "date" | "dateShort",
  locale: string,
): string {
  return formatter(format, locale, "UTC").format(new Date(`${day}T12:00:00Z`));
}

/** "14–16 May 2019", as the language writes it. */
export function formatDayRange(from: string, to: string, locale: string): string {
  return formatter("date", locale, "UTC").formatRange(
    new Date(`${from}T12:00:00Z`),
    new Date(`${to}T12:00:00Z`),
  );
}

/** "in 11 days", "yesterday", for whole local days (`daysBetween`). */
export function formatDays(days: number, locale: string): string {
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(days, "day");
}

/** "EEST" or "GMT+3": the zone's name at that instant. */
export function zoneName(instant: Date, timeZone: string, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "short" }).formatToParts(instant);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? timeZone;
}

/** "EET, EEST": the names that the zone has at these instants, in their order; around the change of clocks, two. */
export function zoneNames(instants: readonly Date[], timeZone: string, locale: string): string {
  const inOrder = [...instants].sort((a, b) => a.getTime() - b.getTime());
  return [...new Set(inOrder.map((instant) => zoneName(instant, timeZone, locale)))].join(", ") || timeZone;
}

/** The same for days of a programme, whose sessions stand in order of time: its first and its last session tell. */
export const zoneNamesOf = (
  days: readonly { sessions: readonly { startsAt: Date }[] }[],
  timeZone: string,
  locale: string,
): string =>
  zoneNames(
    days
      .flatMap(({ sessions }) => [...sessions.slice(0, 1), ...sessions.slice(-1)])
      .map(({ startsAt }) => startsAt),
    timeZone,
    locale,
  );
