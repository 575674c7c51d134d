import { z } from "zod";
import { LONGEST } from "@/lib/drafts/rules";
import { line, optionalNumber, requiredLine, rowNumber, tick } from "@/lib/fields";

export const RoomInput = z.object({
  version: rowNumber,
  name: requiredLine(LONGEST.room),
  seats: optionalNumber(1, LONGEST.seats),
  floor: line(LONGEST.floor).transform((text) => text || null),
  // Said yes to: sessions in it have more seats than this.
  sure: tick,
});

/** Where the sessions of a room go that is removed; "" when there are none. */
export const RoomRemoval = z.object({
  version: rowNumber,
  to: z
    .literal("")
    .or(z.uuid())
    .default("")
    .transform((text) => text || null),
  // Said yes to: there they clash.
  sure: tick,
});
