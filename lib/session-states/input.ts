import { z } from "zod";
import { rowNumber, tick } from "@/lib/fields";

export const StateInput = z.object({
  version: rowNumber,
  state: z.enum(["cancelled", "reinstated", "removed", "restored"]),
  // Said yes to: it clashes where it comes back.
  sure: tick,
});
