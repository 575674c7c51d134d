import { z } from "zod";
import { gather, line, localizedShape, requiredLine, rowNumber, tick } from "@/lib/fields";

export const SpeakerInput = z
  .object({
    version: rowNumber,
    name: requiredLine(120),
    affiliation: line(160).transform((text) => text || null),
    ...localizedShape("about", 2000, { many: true }),
    // Takes the photo away; a new one takes its place by itself.
    withoutPhoto: tick,
  })
  .transform((values) => ({
    version: values.version,
    withoutPhoto: values.withoutPhoto,
    speaker: { name: values.name, affiliation: values.affiliation, about: gather(values, "about") },
  }));
