"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { readSensitiveAnswers } from "@/lib/dossiers/mutations";
import { inWords } from "@/lib/i18n/failure";
import { formVersion } from "@/lib/overtaken";
import { refreshPublicPages } from "@/lib/refresh";
import { type FormState, formValues } from "@/lib/result";
import { correctRegistration, correctSensitiveAnswers } from "./mutations";
import { writtenAnswers } from "./rules";

const done = async (slug: string, id: string): Promise<never> =>
  redirect(`/${await getLocale()}/${slug}/admin/registrations/${id}?done=corrected`);

export async function correct(
  slug: string,
  id: string,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  const result = await correctRegistration(db, organiser, id, formValues(form));
  if (!result.ok) return inWords(result);
  // Another type may have freed a place, or taken one.
  refreshPublicPages();
  return done(slug, id);
}

/**
 * Two steps of one form, so that it works without JavaScript: first the answers are asked for and come back in
 * the form's state, in no address and no cache; then they are saved.
 */
export async function correctSensitive(
  slug: string,
  id: string,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  if (form.get("step") === "save") {
    const result = await correctSensitiveAnswers(db, organiser, id, formValues(form));
    return result.ok ? done(slug, id) : inWords(result);
  }
  const shown = await readSensitiveAnswers(db, organiser, id);
  if (!shown.ok) return inWords(shown);
  const values = writtenAnswers(shown.data);
  return { ok: true, values: { ...values, version: formVersion(values) } };
}
