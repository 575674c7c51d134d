"use server";

import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { db } from "@/db/client";
import { isId } from "@/lib/address";
import { requireOrganiser } from "@/lib/auth/actors";
import { inWords, inWordsKeeping } from "@/lib/i18n/failure";
import { refreshPublicPages } from "@/lib/refresh";
import { type FormState, fail, parseForm } from "@/lib/result";
import { endRow } from "@/lib/row-actions";
import { InvitationChange, InvitationInput } from "./input";
import { addInvitation, changeInvitation, revokeInvitation } from "./mutations";

export async function makeInvitation(slug: string, _prev: FormState, form: FormData): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  const input = parseForm(InvitationInput(organiser.conference.timeZone), form);
  if (!input.ok) return inWords(input);
  const result = await addInvitation(db, organiser, input.data);
  if (!result.ok) return inWordsKeeping(input.values, result);
  refreshPublicPages();
  const t = await getTranslations("desk.invitations");
  return { ok: true, message: t("made", { code: result.data.code, places: input.data.places }) };
}

export async function saveInvitation(
  slug: string,
  id: string,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  if (!isId(id)) return inWords(fail("not-found"));
  const input = parseForm(InvitationChange(organiser.conference.timeZone), form);
  if (!input.ok) return inWords(input);
  const result = await changeInvitation(db, organiser, id, input.data);
  if (!result.ok) return inWordsKeeping(input.values, result);
  refreshPublicPages();
  redirect(`/${await getLocale()}/${slug}/admin/invitations?done=saved`);
}

export async function endInvitation(
  slug: string,
  id: string,
  _prev: FormState,
  _form: FormData,
): Promise<FormState> {
  return endRow(await requireOrganiser(slug), id, {
    page: "invitations",
    visible: true,
    run: revokeInvitation,
    word: "revoked",
  });
}
