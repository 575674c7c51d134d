"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { isId, RowMove } from "@/lib/fields";
import { inWords, inWordsKeeping } from "@/lib/i18n/failure";
import { makePicture } from "@/lib/photos/mutations";
import { type FormState, fail, parseForm } from "@/lib/result";
import { SpeakerInput } from "./input";
import { addSpeaker, changeSpeaker, moveSpeaker, removeSpeaker } from "./mutations";

/** `id` null: a new speaker. A file in the field "photo" is their picture. */
export async function saveSpeaker(
  slug: string,
  id: string | null,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  if (id !== null && !isId(id)) return inWords(fail("not-found"));
  const input = parseForm(SpeakerInput, form);
  if (!input.ok) return inWords(input);
  const file = form.get("photo");
  const made = file instanceof File && file.size > 0 ? await makePicture(file) : null;
  if (made && !made.ok)
    return inWordsKeeping(input.values, fail(made.code, { fields: { photo: [made.code] } }));
  const data = { ...input.data, picture: made?.data ?? null };
  const result = id ? await changeSpeaker(db, organiser, id, data) : await addSpeaker(db, organiser, data);
  if (!result.ok) return inWordsKeeping(input.values, result);
  redirect(`/${await getLocale()}/${slug}/admin/programme/speakers?done=${id ? "saved" : "added"}`);
}

/** Up, down and, from their own page, remove. */
export async function arrangeSpeaker(
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
    move === "remove" ? await removeSpeaker(db, organiser, id) : await moveSpeaker(db, organiser, id, move);
  if (!result.ok) return inWords(result);
  if (move === "remove") redirect(`/${await getLocale()}/${slug}/admin/programme/speakers?done=removed`);
  refresh();
  return { ok: true };
}
