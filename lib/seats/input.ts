import { z } from "zod";
import { wholeNumber } from "@/lib/fields";

/** At most a week before: whoever may still give back, must be able to hear of it. */
export const SeatMinutes = z.object({ seatMinutes: wholeNumber(0, 10_080) });
