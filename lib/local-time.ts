import { Temporal } from "temporal-polyfill";

/**
 * The only place where local times become instants and back. Instants are `Date`; local dates are "2019-05-14",
 * local times "2019-05-14T09:00", always in the conference's IANA time zone.
 */

/** The local date of an instant: "2019-05-14". */
export function localDay(instant: Date, timeZone: string): string {
  return zoned(instant, timeZone).toPlainDate().toString();
}

/** The local time of an instant, as a datetime-local field wants it: "2019-05-14T09:00". */
export function localMinute(instant: Date, timeZone: string): string {
  return zoned(instant, timeZone).toPlainDateTime().toString({ smallestUnit: "minute" });
}

/** The local time with its distance from UTC, for machines: "2019-05-14T09:00:00+03:00". */
export function localIso(instant: Date, timeZone: string): string {
  return zoned(instant, timeZone).toString({ timeZoneName: "never", smallestUnit: "second" });
}

/**
 * The instant of a local time. In the hour that a change to summer time skips, the later reading; in the
 * hour that is there twice, the earlier one. Throws RangeError for text that is no local time.
 */
export function instantOf(local: string, timeZone: string): Date {
  const at = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone, { disambiguation: "compatible" });
  return new Date(at.epochMilliseconds);
}

/**
 * The instant of a local time that was written where `was` stood. Its own minute means `was`, to the second; in the
 * hour that is there twice, the reading nearer to `was` counts. Throws RangeError for text that is no local time.
 */
export function instantNear(local: string, was: Date, timeZone: string): Date {
  const at = Temporal.PlainDateTime.from(local);
  if (at.equals(Temporal.PlainDateTime.from(localMinute(was, timeZone)))) return was;
  const away = (instant: Date) => Math.abs(instant.getTime() - was.getTime());
  const [nearest] = (["earlier", "later"] as const)
    .map((disambiguation) => at.toZonedDateTime(timeZone, { disambiguation }))
    // In the hour that is skipped neither reading says what was written.
    .filter((reading) => reading.toPlainDateTime().equals(at))
    .map(({ epochMilliseconds }) => new Date(epochMilliseconds))
    .sort((a, b) => away(a) - away(b));
  return nearest ?? instantOf(local, timeZone);
}

const DISTANCE = /(Z|[+-]\d\d:\d\d)$/;

/** With its distance from UTC a text is exactly that instant; without, it is a local time, as `instantOf` reads it. */
export function readInstant(text: string, timeZone: string): Date {
  if (!DISTANCE.test(text)) return instantOf(text, timeZone);
  return new Date(Temporal.Instant.from(text).epochMilliseconds);
}

/** The last instant of a local date: what lasts until that day includes it. */
export function endOfDay(day: string, timeZone: string): Date {
  return instantOf(`${day}T23:59:59.999`, timeZone);
}

/**
 * The same local time so many calendar days later, or earlier: across a change to or from summer time the
 * clock on the wall stays, the distance in hours does not.
 */
export function shiftDays(instant: Date, days: number, timeZone: string): Date {
  return new Date(zoned(instant, timeZone).add({ days }).epochMilliseconds);
}

function zoned(instant: Date, timeZone: string) {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}

/** Every local date from `from` to `to`, both included. */
export function eachDay(from: string, to: string): string[] {
  const days: string[] = [];
  for (
    let day = Temporal.PlainDate.from(from);
    Temporal.PlainDate.compare(day, to) <= 0;
    day = day.add({ days: 1 })
  ) {
    days.push(day.toString());
  }
  return days;
}

/** Whole local days from one instant to another, counted by calendar. */
export function daysBetween(from: Date, to: Date, timeZone: string): number {
  const a = Temporal.PlainDate.from(localDay(from, timeZone));
  return a.until(Temporal.PlainDate.from(localDay(to, timeZone))).days;
}

/** Whole days from one local date to another. */
export function daysFrom(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

/** A local date so many days later. */
export function dayAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** A local date so many calendar months later: from 31 January one month on it is 28 or 29 February. */
export function monthsAfter(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

/** Whether a text is a date that is in the calendar: "2019-02-30" is not. */
export function isLocalDay(text: string): boolean {
  if (!/^[12]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const day = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(day) && new Date(day).toISOString().startsWith(text);
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The IANA zones this machine knows, to choose from. */
export const timeZones = (): string[] => Intl.supportedValuesOf("timeZone");
