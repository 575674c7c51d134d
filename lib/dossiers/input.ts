import { z } from "zod";
import { line, requiredLine } from "@/lib/fields";
import { isCountry } from "@/lib/i18n/countries";
import { locales } from "@/lib/i18n/locales";

/** What an organiser corrects in someone's registration. */
export const Correction = z.object({
  givenName: requiredLine(80),
  familyName: requiredLine(80),
  organisation: line(160),
  jobTitle: line(120),
  country: z.string().default("").refine(isCountry, "required"),
  locale: z.enum(locales, "required"),
});
export type CorrectionInput = z.infer<typeof Correction>;
