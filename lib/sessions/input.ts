import { z } from "zod";
import { LONGEST } from "@/lib/drafts/rules";
import { lines, localInstant, optionalNumber, requiredLine, rowNumber, tick } from "@/lib/fields";
import type { FieldValues } from "@/lib/result";
import { sessionKinds, withExactTimes } from "./rules";

/** One of a list of rows, or none. */
const chosen = z
  .literal("")
  .or(z.uuid("choice"))
  .default("")
  .transform((text) => text || null);

/** Rows in the order in which they were chosen, each once; places left empty are no rows. */
const ids = z
  .array(z.literal("").or(z.uuid("choice")))
  .max(200, "too-long")
  .default([])
  .transform((all) => [...new Set(all.filter(Boolean))]);

/** The clashes that were shown and accepted (clashKey), in one field. */
const knowing = z.array(z.string().max(200)).max(500).default([]);

export const places = (timeZone: string) => ({
  version: rowNumber,
  roomId: chosen,
  startsAt: localInstant(timeZone),
  endsAt: localInstant(timeZone),
  knowing,
  // Said yes to: save with the clashes that were shown.
  sure: tick,
});

type Timed = { startsAt: Date; endsAt: Date };
export const endsLater = ({ startsAt, endsAt }: Timed) => endsAt > startsAt;
export const endsEarlier = { message: "ends-before-begins", path: ["endsAt"] };

const Fields = (timeZone: string) =>
  z
    .object({
      ...places(timeZone),
      title: requiredLine(LONGEST.title),
      abstract: lines(LONGEST.abstract),
      kind: z.enum(sessionKinds, "choice"),
      topicId: chosen,
      seats: optionalNumber(1, LONGEST.seats),
      speakers: ids,
      moderators: ids,
      hosts: ids,
    })
    .refine(endsLater, endsEarlier)
    .transform(({ version, knowing: shown, sure, speakers, moderators, hosts, ...session }) => ({
      version,
      knowing: sure ? shown : [],
      people: { speakers, moderators, hosts },
      session,
    }));

export const SessionInput = (timeZone: string) =>
  z.preprocess((values: FieldValues) => withExactTimes(values, timeZone), Fields(timeZone));
