import { z } from "zod";
import { endsEarlier, endsLater, places } from "@/lib/sessions/input";

/** Another time or room: by hand in the grid, or by the keyboard. */
export const MoveInput = (timeZone: string) =>
  z
    .object({ id: z.uuid(), ...places(timeZone) })
    .refine(endsLater, endsEarlier)
    .transform(({ knowing, sure, ...move }) => ({ ...move, knowing: sure ? knowing : [] }));
