import { z } from "zod";
import { requiredLine, requiredLines } from "@/lib/fields";

/** `base`: the version that the text was written on; 0 for a page that nobody has written yet. */
export const PageVersionInput = z.object({
  base: z.coerce.number("invalid").int("invalid").min(0, "invalid").default(0),
  title: requiredLine(160),
  body: requiredLines(60_000),
});

export const Restore = z.object({ version: z.coerce.number("invalid").int("invalid").min(1, "invalid") });
