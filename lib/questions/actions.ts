"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { isId, RowMove } from "@/lib/fields";
import { inWords, inWordsKeeping } from "@/lib/i18n/failure";
import { refreshPublicPages } from "@/lib/refresh";
import { type FormState, fail, parseForm } from "@/lib/result";
import { QuestionInput } from "./input";
import { addQuestion, archiveQuestion, changeQuestion, moveQuestion, removeQuestion } from "./mutations";
import { findQuestion } from "./queries";

/** `id` null: a new question. */
export async function saveQuestion(
  slug: string,
  id: string | null,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  if (id !== null && !isId(id)) return inWords(fail("not-found"));
  const before = id ? await findQuestion(db, organiser, id) : undefined;
  if (id && !before) return inWords(fail("not-found"));
  const input = parseForm(QuestionInput(organiser.conference.locale, before?.options ?? []), form);
  if (!input.ok) return inWords(input);
  const result = id
    ? await changeQuestion(db, organiser, id, input.data)
    : await addQuestion(db, organiser, input.data);
  if (!result.ok) return inWordsKeeping(input.values, result);
  refreshPublicPages();
  redirect(`/${await getLocale()}/${slug}/admin/questions?done=${id ? "saved" : "added"}`);
}

/** Up, down, archive, restore, remove: one button each in the row of a question. */
export async function arrangeQuestion(
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
      ? await moveQuestion(db, organiser, id, move)
      : move === "remove"
        ? await removeQuestion(db, organiser, id)
        : await archiveQuestion(db, organiser, id, move === "archive");
  if (!result.ok) return inWords(result);
  refreshPublicPages();
  return { ok: true };
}
