import { z } from "zod";
import { tick } from "@/lib/fields";
import { rowNumber } from "@/lib/rooms/input";

export const StateInput = z.object({
  version: rowNumber,
  state: z.enum(["cancelled", "reinstated", "removed", "restored"]),
  // Said yes to: it clashes where it comes back.
  sure: tick,
});
