import { z } from "zod";
import { type Locale, locales } from "./i18n/locales";
import type { LocalizedText } from "./i18n/text";
import { isLocalDay, readInstant } from "./local-time";

/** The fields of a form that many schemas share. Their messages are keys under "errors". */

// NUL cannot be kept by the database; the other control characters have no place in one line.
const oneLine = (text: string) => text.replace(/\p{Cc}+/gu, " ").trim();
const manyLines = (text: string) =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .trim();

/** One line that may stay empty. */
export const line = (max: number) =>
  z.string().default("").transform(oneLine).pipe(z.string().max(max, "too-long"));

export const requiredLine = (max: number) =>
  z.string().default("").transform(oneLine).pipe(z.string().min(1, "required").max(max, "too-long"));

export const lines = (max: number) =>
  z.string().default("").transform(manyLines).pipe(z.string().max(max, "too-long"));

export const requiredLines = (max: number) =>
  z.string().default("").transform(manyLines).pipe(z.string().min(1, "required").max(max, "too-long"));

/** One entry a line; empty lines are dropped. */
export const listOfLines = (max: number, each: number) =>
  lines(max * (each + 1)).transform((text, context) => {
    const entries = text
      .split("\n")
      .map((entry) => entry.trim())
      .filter(Boolean);
    if (entries.length > max || entries.some((entry) => entry.length > each)) {
      context.addIssue({ code: "custom", message: "too-long" });
      return z.NEVER;
    }
    return entries;
  });

const digits = (text: string, from: number, to: number, context: z.RefinementCtx) => {
  if (!/^\d{1,9}$/.test(text) || Number(text) < from || Number(text) > to) {
    context.addIssue({ code: "custom", message: "number" });
    return z.NEVER;
  }
  return Number(text);
};

export const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .trim()
    .min(1, "required")
    .transform((text, context) => digits(text, from, to, context));

/** null when left empty. */
export const optionalNumber = (from: number, to: number) =>
  z
    .string()
    .trim()
    .default("")
    .transform((text, context) => (text === "" ? null : digits(text, from, to, context)));

/** The state of the row a form was filled in against (its updatedAt); empty for a row that is not there yet. */
export const rowVersion = z
  .literal("")
  .or(z.iso.datetime("invalid"))
  .default("")
  .transform((text) => (text ? new Date(text) : null));

/** How often the row was changed when the form was filled in; 0: it was not there yet. */
export const rowNumber = z
  .string()
  .regex(/^\d{0,9}$/, "invalid")
  .default("")
  .transform(Number);

/** A check box. */
export const tick = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

const moment = (text: string, timeZone: string, context: z.RefinementCtx) => {
  try {
    return readInstant(text, timeZone);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    context.addIssue({ code: "custom", message: "date" });
    return z.NEVER;
  }
};

const LOCAL = /^[12]\d{3}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?$/;
const local = z
  .string()
  .trim()
  .default("")
  .refine((text) => text === "" || LOCAL.test(text), "date");

/**
 * A local time in the zone, as a datetime-local field writes it, or an instant with its distance from UTC: a local
 * time cannot say which of the two readings it means in the hour that is there twice.
 */
export const localInstant = (timeZone: string) =>
  local
    .refine((text) => text !== "", "required")
    .transform((text, context) => moment(text, timeZone, context));

export const optionalInstant = (timeZone: string) =>
  local.transform((text, context) => (text === "" ? null : moment(text, timeZone, context)));

export const localDate = z
  .string()
  .trim()
  .min(1, "required")
  .refine((text) => isLocalDay(text), "date");

/** name.en, name.ro …: one field a language. `main` is the language that must be written, where one must. */
export function localizedShape<Name extends string>(
  name: Name,
  max: number,
  { main, many = false }: { main?: string; many?: boolean } = {},
) {
  const field = (locale: Locale) =>
    locale === main ? (many ? requiredLines(max) : requiredLine(max)) : many ? lines(max) : line(max);
  return Object.fromEntries(locales.map((locale) => [`${name}.${locale}`, field(locale)])) as Record<
    `${Name}.${Locale}`,
    ReturnType<typeof line>
  >;
}

/** The languages of a text that are written. */
export function gather(values: Record<string, unknown>, name: string): LocalizedText {
  const written = locales.map((locale) => [locale, values[`${name}.${locale}`]] as const);
  return Object.fromEntries(
    written.filter((entry): entry is [Locale, string] => typeof entry[1] === "string" && entry[1] !== ""),
  );
}

/** What a button in a row of a list asks for. `version`: of rows that count their changes. */
export const RowMove = z.object({
  move: z.enum(["up", "down", "archive", "restore", "remove"]),
  version: rowNumber,
});
