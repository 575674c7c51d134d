import { z } from "zod";
import { lines, requiredLine } from "@/lib/fields";

/** `seen`: what the organiser saw before pressing the button; `stateOf` and `takenOf`, with a point between. */
export const PublishInput = z.object({
  name: requiredLine(120),
  note: lines(2000),
  seen: z.string().max(64).default(""),
});
export type PublishValues = z.infer<typeof PublishInput>;
