import { z } from "zod";
import {
  gather,
  line,
  listOfLines,
  localDate,
  localInstant,
  localizedShape,
  optionalInstant,
  optionalNumber,
  requiredLine,
  rowVersion,
  tick,
  wholeNumber,
} from "@/lib/fields";
import { isCountry } from "@/lib/i18n/countries";
import { locales } from "@/lib/i18n/locales";
import { isLocalDay, isTimeZone } from "@/lib/local-time";
import { Address } from "@/lib/sign-in/input";

const timeZone = requiredLine(60).pipe(z.string().refine(isTimeZone, "time-zone"));

const inOrder = <T extends { startsOn: string; endsOn: string }>(data: T, context: z.RefinementCtx) => {
  const known = isLocalDay(data.startsOn) && isLocalDay(data.endsOn);
  if (known && data.endsOn < data.startsOn)
    context.addIssue({ code: "custom", path: ["endsOn"], message: "ends-before-start" });
};

const optionalAddress = z
  .string()
  .default("")
  .transform((text, context) => {
    if (text.trim() === "") return null;
    const parsed = Address.safeParse(text);
    if (parsed.success) return parsed.data;
    for (const { message } of parsed.error.issues) context.addIssue({ code: "custom", message });
    return z.NEVER;
  });

export const Settings = z
  .object({
    version: rowVersion,
    name: requiredLine(160),
    shortName: requiredLine(40),
    edition: optionalNumber(1, 999),
    startsOn: localDate,
    endsOn: localDate,
    timeZone,
    locale: z.enum(locales, "required"),
    hashtag: line(60),
    venueName: line(160),
    venueAddress: line(240),
    venueCity: line(80),
    venueCountry: z
      .string()
      .trim()
      .toUpperCase()
      .refine((code) => code === "" || isCountry(code), "country"),
    organisers: listOfLines(20, 240),
    partners: listOfLines(60, 240),
    contactEmail: optionalAddress,
    ...localizedShape("theme", 240),
    ...localizedShape("fee", 160),
  })
  .superRefine(inOrder)
  .transform((values) => ({
    version: values.version,
    settings: {
      name: values.name,
      shortName: values.shortName,
      edition: values.edition,
      startsOn: values.startsOn,
      endsOn: values.endsOn,
      timeZone: values.timeZone,
      locale: values.locale,
      hashtag: values.hashtag || null,
      venueName: values.venueName,
      venueAddress: values.venueAddress,
      venueCity: values.venueCity,
      venueCountry: values.venueCountry || null,
      organisers: values.organisers,
      partners: values.partners,
      contactEmail: values.contactEmail,
      theme: gather(values, "theme"),
      fee: gather(values, "fee"),
    },
  }));

export const Places = z.object({
  version: rowVersion,
  capacity: wholeNumber(0, 1_000_000),
  offerHours: wholeNumber(1, 8_760),
  // Said yes to: fewer places than are taken.
  sure: tick,
});

/** The windows of a conference, as local times in its zone: registration.opensAt … */
export const Windows = <Module extends string>(modules: readonly Module[], zone: string) => {
  const shape = Object.fromEntries(
    modules.flatMap((module) => [
      [`${module}.opensAt`, optionalInstant(zone)],
      [`${module}.closesAt`, optionalInstant(zone)],
    ]),
  ) as Record<`${Module}.${"opensAt" | "closesAt"}`, ReturnType<typeof optionalInstant>>;
  return z.object({ version: rowVersion, ...shape }).transform((values, context) => {
    const times = values as Record<string, Date | null>;
    const windows = modules.map((module) => {
      const opensAt = times[`${module}.opensAt`] ?? null;
      const closesAt = times[`${module}.closesAt`] ?? null;
      if (opensAt && closesAt && closesAt < opensAt)
        context.addIssue({ code: "custom", path: [`${module}.closesAt`], message: "closes-before-opening" });
      if (closesAt && !opensAt)
        context.addIssue({ code: "custom", path: [`${module}.opensAt`], message: "opening-missing" });
      return { module, opensAt, closesAt };
    });
    return { version: times.version ?? null, windows };
  });
};

/** `moment`: an instant of a shortcut. `local`: any moment by hand. `real`: real time. */
export const ClockMove = (zone: string) =>
  z
    .object({ to: z.literal("real") })
    .transform(() => null)
    .or(z.object({ moment: z.iso.datetime() }).transform(({ moment }) => new Date(moment)))
    .or(z.object({ local: localInstant(zone) }).transform(({ local }) => local));

export const GoLive = z.object({ name: requiredLine(160) });

// Folders that stand beside the conferences or above them, and those within one that people read as the portal's.
const reserved: string[] = [
  "account",
  "admin",
  "api",
  "empty",
  "feeds",
  "mailbox",
  "owner",
  "photos",
  "robots",
  "sign-in",
  "sitemap",
  "social",
  ...locales,
];

const firstSettings = {
  name: requiredLine(160),
  shortName: requiredLine(40),
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .min(1, "required")
    .max(60, "too-long")
    .regex(/^[a-z0-9](-?[a-z0-9])*$/, "slug")
    .refine((slug) => !reserved.includes(slug), "slug-reserved"),
  startsOn: localDate,
  endsOn: localDate,
};

/** The first conference, or one that has no earlier edition here. */
export const NewConference = z
  .object({
    ...firstSettings,
    timeZone,
    locale: z.enum(locales, "required"),
    capacity: wholeNumber(0, 1_000_000),
  })
  .superRefine(inOrder);

export const NextEdition = z.object({ ...firstSettings, from: requiredLine(60) }).superRefine(inOrder);
