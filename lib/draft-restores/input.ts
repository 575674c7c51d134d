import { z } from "zod";

/** `seen`: the state of the draft that the page showed. */
export const RestoreInput = z.object({ seen: z.string().max(64).default("") });
