"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { db } from "@/db/client";
import { isId } from "@/lib/address";
import { requireOrganiser } from "@/lib/auth/actors";
import { inWords } from "@/lib/i18n/failure";
import { refreshPublicPages } from "@/lib/refresh";
import { type FormState, fail, formValues } from "@/lib/result";
import { saveRow } from "@/lib/row-actions";
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
  const organiser = await requireOrganiser(slug);
  const result = isId(id) ? await removeNews(db, organiser, id) : fail("not-found");
  if (!result.ok) return inWords(result);
  refreshPublicPages();
  redirect(`/${await getLocale()}/${slug}/admin/news?done=removed`);
}
