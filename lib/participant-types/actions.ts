"use server";

import { requireOrganiser } from "@/lib/auth/actors";
import type { FormState } from "@/lib/result";
import { arrangeRow, saveRow } from "@/lib/row-actions";
import { ParticipantTypeInput } from "./input";
import {
  addParticipantType,
  archiveParticipantType,
  changeParticipantType,
  moveParticipantType,
  removeParticipantType,
} from "./mutations";

/** `id` null: a new participant type. */
export async function saveParticipantType(
  slug: string,
  id: string | null,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  return saveRow(organiser, id, form, {
    page: "types",
    visible: true,
    schema: ParticipantTypeInput(organiser.conference.locale),
    add: addParticipantType,
    change: changeParticipantType,
  });
}

/** Up, down, archive, restore, remove: one button each in the row of a type. */
export async function arrangeParticipantType(
  slug: string,
  id: string,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  return arrangeRow(await requireOrganiser(slug), id, form, {
    page: "types",
    visible: true,
    move: moveParticipantType,
    archive: archiveParticipantType,
    remove: { run: removeParticipantType, from: "list" },
  });
}
