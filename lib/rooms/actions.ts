"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { db } from "@/db/client";
import { isId } from "@/lib/address";
import { requireOrganiser } from "@/lib/auth/actors";
import { inWords, inWordsKeeping } from "@/lib/i18n/failure";
import { type FormState, fail, parseForm } from "@/lib/result";
import { arrangeRow, saveRow } from "@/lib/row-actions";
import { RoomInput, RoomRemoval } from "./input";
import { addRoom, changeRoom, moveRoom, removeRoom } from "./mutations";

/** `id` null: a new room. */
export async function saveRoom(
  slug: string,
  id: string | null,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  return saveRow(organiser, id, form, {
    page: "programme/rooms",
    visible: false,
    schema: RoomInput,
    add: addRoom,
    change: changeRoom,
  });
}

/** Up and down in the order of the grid's columns. */
export async function arrangeRoom(
  slug: string,
  id: string,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  return arrangeRow(await requireOrganiser(slug), id, form, {
    page: "programme/rooms",
    visible: false,
    move: moveRoom,
  });
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
