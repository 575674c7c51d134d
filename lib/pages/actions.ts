"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { inWords, inWordsKeeping } from "@/lib/i18n/failure";
import { isLocale } from "@/lib/i18n/locales";
import { refreshPublicPages } from "@/lib/refresh";
import { type FormState, fail, formValues, parseForm } from "@/lib/result";
import { PageVersionInput, Restore } from "./input";
import { restorePageVersion, savePageVersion } from "./mutations";
import { isTextPage } from "./rules";

/** Saves the text of a page in a language. The button "preview" only sends it back as it would look. */
export async function savePage(
  slug: string,
  page: string,
  locale: string,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  if (!isTextPage(page) || !isLocale(locale)) return inWords(fail("not-found"));
  if (form.get("intent") === "preview") return { ok: true, values: formValues(form) };
  const input = parseForm(PageVersionInput, form);
  if (!input.ok) return inWords(input);
  const result = await savePageVersion(db, organiser, { slug: page, locale }, input.data);
  if (!result.ok) return inWordsKeeping(input.values, result);
  refreshPublicPages();
  redirect(`/${await getLocale()}/${slug}/admin/pages/${page}/${locale}?done=saved`);
}

export async function restorePage(
  slug: string,
  page: string,
  locale: string,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  const input = parseForm(Restore, form);
  if (!isTextPage(page) || !isLocale(locale) || !input.ok) return inWords(fail("not-found"));
  const result = await restorePageVersion(db, organiser, { slug: page, locale }, input.data.version);
  if (!result.ok) return inWords(result);
  refreshPublicPages();
  redirect(`/${await getLocale()}/${slug}/admin/pages/${page}/${locale}?done=restored`);
}
