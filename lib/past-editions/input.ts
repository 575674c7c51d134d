import { z } from "zod";
import { line, wholeNumber } from "@/lib/fields";

const fact = (max: number) => line(max).transform((text) => text || null);

/** Facts of an edition, as free words in the conference's language; only number and year must be known. */
export const EditionInput = z
  .object({
    seen: z.string().max(2000).default(""),
    edition: wholeNumber(1, 999),
    year: wholeNumber(1900, 2200),
    dates: fact(120),
    place: fact(120),
    participants: fact(120),
  })
  .transform(({ seen, ...facts }) => ({ seen, facts }));
