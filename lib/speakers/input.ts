import { z } from "zod";
import { LONGEST } from "@/lib/drafts/rules";
import { gather, line, localizedShape, requiredLine, rowNumber, tick } from "@/lib/fields";

export const SpeakerInput = z
  .object({
    version: rowNumber,
    name: requiredLine(LONGEST.person),
    affiliation: line(LONGEST.affiliation).transform((text) => text || null),
    ...localizedShape("about", LONGEST.about, { many: true }),
    // Takes the photo away; a new one takes its place by itself.
    withoutPhoto: tick,
  })
  .transform((values) => ({
    version: values.version,
    withoutPhoto: values.withoutPhoto,
    speaker: { name: values.name, affiliation: values.affiliation, about: gather(values, "about") },
  }));
