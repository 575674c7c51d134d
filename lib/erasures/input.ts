import { z } from "zod";

/** The address, typed again: so that nobody erases an account with a slip of the thumb. */
export const EraseInput = z.object({
  address: z.string().trim().min(1, "required").max(254, "too-long"),
});
