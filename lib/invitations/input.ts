import { z } from "zod";
import { line, optionalInstant, wholeNumber } from "@/lib/fields";
import { tidyInvitationCode } from "@/lib/registrations/rules";

/** `zone`: in which the last moment of a code is typed. */
export const InvitationInput = (zone: string) =>
  z.object({
    // Left empty: the portal draws one.
    code: z
      .string()
      .default("")
      .transform(tidyInvitationCode)
      .refine((code) => code === "" || /^[A-Z0-9-]{4,40}$/.test(code), "invitation-code"),
    label: line(160),
    places: wholeNumber(1, 100_000),
    typeId: z
      .literal("")
      .or(z.uuid("invalid"))
      .default("")
      .transform((id) => id || null),
    expiresAt: optionalInstant(zone),
  });
