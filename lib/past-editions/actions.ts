"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { db } from "@/db/client";
import { isId } from "@/lib/address";
import { requireOrganiser } from "@/lib/auth/actors";
import { inWords } from "@/lib/i18n/failure";
import { refreshPublicPages } from "@/lib/refresh";
import { type FormState, fail } from "@/lib/result";
import { saveRow } from "@/lib/row-actions";
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
  const organiser = await requireOrganiser(slug);
  const result = isId(id) ? await removeEdition(db, organiser, id) : fail("not-found");
  if (!result.ok) return inWords(result);
  refreshPublicPages();
  redirect(`/${await getLocale()}/${slug}/admin/editions?done=removed`);
}
