import { formatInstant, zoneName } from "@/lib/dates";
import type { HeldRow } from "@/lib/personal-data/queries";

export type Shown = { reader: string; timeZone: string };

/** A value of a row as text; "" where there is none. */
export const textOf = (row: HeldRow | undefined, key: string): string => {
  const value = row?.[key];
  return value === null || value === undefined ? "" : String(value);
};

/** An instant of a row in words, with the time zone it is told in; "" where there is none. */
export function momentOf(row: HeldRow | undefined, key: string, { reader, timeZone }: Shown): string {
  const value = textOf(row, key);
  if (!value) return "";
  const at = new Date(value);
  return `${formatInstant(at, "moment", reader, timeZone)} (${zoneName(at, timeZone, reader)})`;
}
