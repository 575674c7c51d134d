import { z } from "zod";

export const GiveFeedback = z.object({
  rating: z.preprocess(
    (value) => (typeof value === "string" && /^[1-5]$/.test(value) ? Number(value) : undefined),
    z.number({ error: "required" }),
  ),
  text: z
    .string()
    .max(4000, "too-long")
    .default("")
    .transform((text) => text.replace(/\r\n?/g, "\n").replaceAll("\0", "").trim())
    .refine((text) => text.length <= 2000, "too-long"),
});
export type GiveFeedback = z.infer<typeof GiveFeedback>;
