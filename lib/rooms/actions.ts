"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { isId, RowMove } from "@/lib/fields";
import { inWords, inWordsKeeping } from "@/lib/i18n/failure";
import { type FormState, fail, parseForm } from "@/lib/result";
import { RoomInput, RoomRemoval } from "./input";
import { addRoom, changeRoom, moveRoom, removeRoom } from "./mutations";

// The draft is the organisers' alone: what visitors see changes with a release, so no page of theirs is made anew.

/** `id` null: a new room. */
export async function saveRoom(
  slug: string,
  id: string | null,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  if (id !== null && !isId(id)) return inWords(fail("not-found"));
  const input = parseForm(RoomInput, form);
  if (!input.ok) return inWords(input);
  const result = id
    ? await changeRoom(db, organiser, id, input.data)
    : await addRoom(db, organiser, input.data);
  if (!result.ok) return inWordsKeeping(input.values, result);
  redirect(`/${await getLocale()}/${slug}/admin/programme/rooms?done=${id ? "saved" : "added"}`);
}

/** Up and down in the order of the grid's columns. */
export async function arrangeRoom(
  slug: string,
  id: string,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  const input = parseForm(RowMove, form);
  const move = input.ok ? input.data.move : undefined;
  if ((move !== "up" && move !== "down") || !isId(id)) return inWords(fail("not-found"));
  const result = await moveRoom(db, organiser, id, move);
  if (!result.ok) return inWords(result);
  refresh();
  return { ok: true };
}

export async function deleteRoom(
  slug: string,
  id: string,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  const input = parseForm(RoomRemoval, form);
  if (!input.ok || !isId(id)) return inWords(fail("not-found"));
  const result = await removeRoom(db, organiser, id, input.data);
  if (!result.ok) return inWordsKeeping(input.values, result);
  redirect(`/${await getLocale()}/${slug}/admin/programme/rooms?done=removed`);
}
