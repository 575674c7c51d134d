"use server";

import { requireOrganiser } from "@/lib/auth/actors";
import type { FormState } from "@/lib/result";
import { arrangeRow, saveRow } from "@/lib/row-actions";
import { TopicInput } from "./input";
import { addTopic, changeTopic, moveTopic, removeTopic } from "./mutations";

/** `id` null: a new topic. */
export async function saveTopic(
  slug: string,
  id: string | null,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  return saveRow(organiser, id, form, {
    page: "programme/topics",
    visible: false,
    schema: TopicInput(organiser.conference.locale),
    add: addTopic,
    change: changeTopic,
  });
}

/** Up, down and, from its own page, remove. */
export async function arrangeTopic(
  slug: string,
  id: string,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  return arrangeRow(await requireOrganiser(slug), id, form, {
    page: "programme/topics",
    visible: false,
    move: moveTopic,
    remove: { run: removeTopic, from: "page" },
  });
}
