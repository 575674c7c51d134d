"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { isId, RowMove } from "@/lib/fields";
import { inWords, inWordsKeeping } from "@/lib/i18n/failure";
import { refreshPublicPages } from "@/lib/refresh";
import { type FormState, fail, parseForm } from "@/lib/result";
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
  if (id !== null && !isId(id)) return inWords(fail("not-found"));
  const input = parseForm(ConsentInput(organiser.conference.locale), form);
  if (!input.ok) return inWords(input);
  const result = id
    ? await changeConsent(db, organiser, id, input.data)
    : await addConsent(db, organiser, input.data);
  if (!result.ok) return inWordsKeeping(input.values, result);
  refreshPublicPages();
  redirect(`/${await getLocale()}/${slug}/admin/consents?done=${id ? "saved" : "added"}`);
}

/** Up, down, archive, restore, remove: one button each in the row of a consent. */
export async function arrangeConsent(
  slug: string,
  id: string,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  const input = parseForm(RowMove, form);
  if (!input.ok || !isId(id)) return inWords(fail("not-found"));
  const { move } = input.data;
  const result =
    move === "up" || move === "down"
      ? await moveConsent(db, organiser, id, move)
      : move === "remove"
        ? await removeConsent(db, organiser, id)
        : await archiveConsent(db, organiser, id, move === "archive");
  if (!result.ok) return inWords(result);
  refreshPublicPages();
  return { ok: true };
}
