import type { DemonstrationTools } from "@/db/seed/demonstration";
import { commitSeats } from "./commitments/mutations";
import { release } from "./releases/mutations";
import { readDraft } from "./releases/queries";

/** The portal's own means by which the demonstration is made. */
export const demonstrationTools = (drawTicketCode: () => string): DemonstrationTools => ({
  commitSeats,
  drawTicketCode,
  readDraft,
  release,
});
