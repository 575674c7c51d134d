"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { isId, RowMove } from "@/lib/fields";
import { inWords, inWordsKeeping } from "@/lib/i18n/failure";
import { type FormState, fail, parseForm } from "@/lib/result";
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
  if (id !== null && !isId(id)) return inWords(fail("not-found"));
  const input = parseForm(TopicInput(organiser.conference.locale), form);
  if (!input.ok) return inWords(input);
  const result = id
    ? await changeTopic(db, organiser, id, input.data)
    : await addTopic(db, organiser, input.data);
  if (!result.ok) return inWordsKeeping(input.values, result);
  redirect(`/${await getLocale()}/${slug}/admin/programme/topics?done=${id ? "saved" : "added"}`);
}

/** Up, down and, from its own page, remove. */
export async function arrangeTopic(
  slug: string,
  id: string,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  const input = parseForm(RowMove, form);
  const move = input.ok ? input.data.move : undefined;
  if (!isId(id) || (move !== "up" && move !== "down" && move !== "remove")) return inWords(fail("not-found"));
  const result =
    move === "remove" ? await removeTopic(db, organiser, id) : await moveTopic(db, organiser, id, move);
  if (!result.ok) return inWords(result);
  if (move === "remove") redirect(`/${await getLocale()}/${slug}/admin/programme/topics?done=removed`);
  refresh();
  return { ok: true };
}
