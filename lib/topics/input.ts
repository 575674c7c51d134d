import { z } from "zod";
import { LONGEST } from "@/lib/drafts/rules";
import { gather, localizedShape, rowNumber } from "@/lib/fields";
import { palette } from "./rules";

/** `main` is the conference's language, in which the name must stand. */
export const TopicInput = (main: string) =>
  z
    .object({
      version: rowNumber,
      ...localizedShape("name", LONGEST.topic, { main }),
      colour: z.enum(palette.map(String), "choice").transform(Number),
    })
    .transform((values) => ({
      version: values.version,
      topic: { name: gather(values, "name"), colour: values.colour },
    }));
