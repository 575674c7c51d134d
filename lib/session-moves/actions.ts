"use server";

import { refresh } from "next/cache";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { inWords, inWordsKeeping } from "@/lib/i18n/failure";
import { type FormState, parseForm } from "@/lib/result";
import { MoveInput } from "./input";
import { placeSession } from "./mutations";

/** Moves a session in the grid. In any case the grid is shown as it stands now: someone else may have moved things. */
export async function moveSession(slug: string, _prev: FormState, form: FormData): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  const input = parseForm(MoveInput(organiser.conference.timeZone), form);
  if (!input.ok) return inWords(input);
  const result = await placeSession(db, organiser, input.data);
  refresh();
  if (!result.ok) return inWordsKeeping(input.values, result);
  return { ok: true, data: result.data };
}
