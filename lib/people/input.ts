import { z } from "zod";
import { locales } from "@/lib/i18n/locales";

const name = z
  .string()
  .trim()
  .max(100, "name-too-long")
  .transform((text) => text || null);

/** What people may change about themselves; the address is their way in and stays. */
export const PersonInput = z.object({
  givenName: name,
  familyName: name,
  locale: z.enum(locales, { error: "invalid" }),
});
