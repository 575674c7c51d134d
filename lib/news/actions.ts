"use server";

import { requireOrganiser } from "@/lib/auth/actors";
import { type FormState, formValues } from "@/lib/result";
import { endRow, saveRow } from "@/lib/row-actions";
import { NewsInput } from "./input";
import { addNews, changeNews, removeNews } from "./mutations";

/** `id` null: a new piece of news. The button "preview" only sends it back as it would look. */
export async function saveNews(
  slug: string,
  id: string | null,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  if (form.get("intent") === "preview") return { ok: true, values: formValues(form) };
  const { locale, timeZone } = organiser.conference;
  return saveRow(organiser, id, form, {
    page: "news",
    visible: true,
    schema: NewsInput(locale, timeZone),
    add: addNews,
    change: changeNews,
  });
}

export async function deleteNews(
  slug: string,
  id: string,
  _prev: FormState,
  _form: FormData,
): Promise<FormState> {
  return endRow(await requireOrganiser(slug), id, {
    page: "news",
    visible: true,
    run: removeNews,
    word: "removed",
  });
}
