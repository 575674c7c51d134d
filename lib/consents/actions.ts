"use server";

import { requireOrganiser } from "@/lib/auth/actors";
import type { FormState } from "@/lib/result";
import { arrangeRow, saveRow } from "@/lib/row-actions";
import { ConsentInput } from "./input";
import { addConsent, archiveConsent, changeConsent, moveConsent, removeConsent } from "./mutations";

/** `id` null: a new consent. */
export async function saveConsent(
  slug: string,
  id: string | null,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  return saveRow(organiser, id, form, {
    page: "consents",
    visible: true,
    schema: ConsentInput(organiser.conference.locale),
    add: addConsent,
    change: changeConsent,
  });
}

/** Up, down, archive, restore, remove: one button each in the row of a consent. */
export async function arrangeConsent(
  slug: string,
  id: string,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  return arrangeRow(await requireOrganiser(slug), id, form, {
    page: "consents",
    visible: true,
    move: moveConsent,
    archive: archiveConsent,
    remove: { run: removeConsent, from: "list" },
  });
}
