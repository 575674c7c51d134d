import { z } from "zod";
import { gather, localizedShape, optionalNumber, rowVersion, tick } from "@/lib/fields";

/** `main` is the conference's language, in which the name must stand. */
export const ParticipantTypeInput = (main: string) =>
  z
    .object({
      version: rowVersion,
      ...localizedShape("name", 120, { main }),
      capacity: optionalNumber(0, 1_000_000),
      needsApproval: tick,
      // Said yes to: fewer places than are taken.
      sure: tick,
    })
    .transform((values) => ({
      version: values.version,
      sure: values.sure,
      type: {
        name: gather(values, "name"),
        capacity: values.capacity,
        needsApproval: values.needsApproval,
      },
    }));
