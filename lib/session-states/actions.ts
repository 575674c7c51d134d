"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { db } from "@/db/client";
import { isId } from "@/lib/address";
import { requireOrganiser } from "@/lib/auth/actors";
import { inWords, inWordsKeeping } from "@/lib/i18n/failure";
import { type FormState, fail, parseForm } from "@/lib/result";
import { StateInput } from "./input";
import { changeState } from "./mutations";

/** Cancels a session, takes that back, removes it from the draft or brings it back. */
export async function changeSessionState(
  slug: string,
  id: string,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  const input = parseForm(StateInput, form);
  if (!input.ok || !isId(id)) return inWords(fail("not-found"));
  const { state } = input.data;
  const result = await changeState(db, organiser, id, input.data);
  if (!result.ok) return inWordsKeeping(input.values, result);
  const programme = `/${await getLocale()}/${slug}/admin/programme`;
  if (state === "removed") redirect(`${programme}?done=removed`);
  const done = state === "restored" ? "returned" : state;
  redirect(`${programme}/sessions/${id}?done=${done}&at=${input.data.version + 1}`);
}
