import { z } from "zod";
import { gather, localizedShape, tick } from "@/lib/fields";

/** The number of the newest wording when the form was filled in; 0 for a consent that is not there yet. */
const version = z.coerce.number("invalid").int("invalid").min(0, "invalid").default(0);

export const ConsentInput = (main: string) =>
  z
    .object({ version, required: tick, ...localizedShape("wording", 2000, { main, many: true }) })
    .transform((values) => ({
      version: values.version,
      required: values.required,
      wording: gather(values, "wording"),
    }));
