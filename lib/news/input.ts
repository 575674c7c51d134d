import { z } from "zod";
import { gather, localizedShape, optionalInstant, rowVersion } from "@/lib/fields";

/** `zone`: in which the moment of publication is typed; left empty the news stays a draft. */
export const NewsInput = (main: string, zone: string) =>
  z
    .object({
      version: rowVersion,
      ...localizedShape("title", 160, { main }),
      ...localizedShape("body", 30_000, { main, many: true }),
      publishedAt: optionalInstant(zone),
      intent: z.enum(["save", "now"]).catch("save"),
    })
    .transform((values) => ({
      version: values.version,
      now: values.intent === "now",
      news: {
        title: gather(values, "title"),
        body: gather(values, "body"),
        publishedAt: values.publishedAt,
      },
    }));
