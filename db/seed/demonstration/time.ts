import { Temporal } from "temporal-polyfill";

/** The instant of a local time ("2019-05-14T09:00") in Bucharest. */
export function inBucharest(local: string): Date {
  return new Date(Temporal.PlainDateTime.from(local).toZonedDateTime("Europe/Bucharest").epochMilliseconds);
}
