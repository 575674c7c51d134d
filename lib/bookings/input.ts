import { z } from "zod";

/** What the panel on a session's page sends. */
export const SeatPress = z.object({ press: z.enum(["book", "give-back"]), session: z.uuid() });

/** The seats that someone was shown and gives up. */
export const Swap = z.object({ giveUp: z.array(z.uuid()).max(50).default([]) });
