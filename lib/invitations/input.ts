import { z } from "zod";
import { line, optionalInstant, rowVersion, wholeNumber } from "@/lib/fields";
import { tidyInvitationCode } from "@/lib/registration-forms/rules";

const place = (zone: string) => ({
  label: line(160),
  places: wholeNumber(1, 100_000),
  typeId: z
    .literal("")
    .or(z.uuid("invalid"))
    .default("")
    .transform((id) => id || null),
  expiresAt: optionalInstant(zone),
});

/** `zone`: in which the last moment of a code is typed. */
export const InvitationInput = (zone: string) =>
  z.object({
    // Left empty: the portal draws one. Shorter ones, which older invitations may have, are too easily guessed.
    code: z
      .string()
      .default("")
      .transform(tidyInvitationCode)
      .refine((code) => code === "" || /^[A-Z0-9-]{6,40}$/.test(code), "invitation-code"),
    ...place(zone),
  });

/** The code itself stays: it is in other people's hands. */
export const InvitationChange = (zone: string) => z.object({ version: rowVersion, ...place(zone) });
