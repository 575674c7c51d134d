"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { db } from "@/db/client";
import { isId } from "@/lib/address";
import { requireOrganiser } from "@/lib/auth/actors";
import { inWords, inWordsKeeping } from "@/lib/i18n/failure";
import { type FormState, fail, parseForm } from "@/lib/result";
import { SessionInput } from "./input";
import { addSession, changeSession } from "./mutations";

/** `id` null: a new session. */
export async function saveSession(
  slug: string,
  id: string | null,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  if (id !== null && !isId(id)) return inWords(fail("not-found"));
  const input = parseForm(SessionInput(organiser.conference.timeZone), form);
  if (!input.ok) return inWords(input);
  const result = id
    ? await changeSession(db, organiser, id, input.data)
    : await addSession(db, organiser, input.data);
  if (!result.ok) {
    // What the others look like now: their clashes are shown in the form.
    refresh();
    return inWordsKeeping(input.values, result);
  }
  const programme = `/${await getLocale()}/${slug}/admin/programme`;
  const { id: saved, version } = result.data;
  // With its version in the address the page shows a form that begins anew.
  redirect(`${programme}/sessions/${saved}?done=${id ? "saved" : "added"}&at=${version}`);
}
