import { z } from "zod";
import { line, optionalNumber, requiredLine, tick } from "@/lib/fields";

/** How often the row was changed when the form was filled in; 0: it was not there yet. */
export const rowNumber = z
  .string()
  .regex(/^\d{0,9}$/, "invalid")
  .default("")
  .transform(Number);

export const RoomInput = z.object({
  version: rowNumber,
  name: requiredLine(80),
  seats: optionalNumber(1, 100_000),
  floor: line(40).transform((text) => text || null),
  // Said yes to: sessions in it have more seats than this.
  sure: tick,
});

/** Where the sessions of a room go that is removed; "" when there are none. */
export const RoomRemoval = z.object({
  to: z
    .literal("")
    .or(z.uuid())
    .default("")
    .transform((text) => text || null),
  // Said yes to: there they clash.
  sure: tick,
});
