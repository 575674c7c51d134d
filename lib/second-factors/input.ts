import { z } from "zod";

/** Six figures of an authenticator, or a recovery code. */
export const FactorInput = z.object({ code: z.string().trim().min(1, "required").max(60, "factor-wrong") });
