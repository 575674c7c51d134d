"use server";

import { requireOrganiser } from "@/lib/auth/actors";
import type { FormState } from "@/lib/result";
import { endRow, saveRow } from "@/lib/row-actions";
import { EditionInput } from "./input";
import { addEdition, changeEdition, removeEdition } from "./mutations";

/** `id` null: a new edition. */
export async function saveEdition(
  slug: string,
  id: string | null,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  return saveRow(await requireOrganiser(slug), id, form, {
    page: "editions",
    visible: true,
    schema: EditionInput,
    add: addEdition,
    change: changeEdition,
  });
}

export async function deleteEdition(
  slug: string,
  id: string,
  _prev: FormState,
  _form: FormData,
): Promise<FormState> {
  return endRow(await requireOrganiser(slug), id, {
    page: "editions",
    visible: true,
    run: removeEdition,
    word: "removed",
  });
}
