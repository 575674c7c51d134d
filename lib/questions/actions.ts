"use server";

import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { type FormState, fail, ok } from "@/lib/result";
import { arrangeRow, saveRow } from "@/lib/row-actions";
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
  return saveRow(organiser, id, form, {
    page: "questions",
    visible: true,
    schema: async () => {
      const before = id ? await findQuestion(db, organiser, id) : undefined;
      if (id && !before) return fail("not-found");
      return ok(QuestionInput(organiser.conference.locale, before?.options ?? []));
    },
    add: addQuestion,
    change: changeQuestion,
  });
}

/** Up, down, archive, restore, remove: one button each in the row of a question. */
export async function arrangeQuestion(
  slug: string,
  id: string,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  return arrangeRow(await requireOrganiser(slug), id, form, {
    page: "questions",
    visible: true,
    move: moveQuestion,
    archive: archiveQuestion,
    remove: { run: removeQuestion, from: "list" },
  });
}
