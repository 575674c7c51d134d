"use server";

import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { db } from "@/db/client";
import { isId } from "@/lib/address";
import { requireOrganiser, requireOwner } from "@/lib/auth/actors";
import { inWords, inWordsKeeping } from "@/lib/i18n/failure";
import { type FormState, fail, parseForm } from "@/lib/result";
import { givenRoles, OwnerInput, RoleInput } from "./input";
import { addOwner, giveRole, removeOwner, takeRole } from "./mutations";

export async function assignRole(slug: string, _prev: FormState, form: FormData): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  const input = parseForm(RoleInput, form);
  if (!input.ok) return inWords(input);
  const result = await giveRole(db, organiser, input.data, await getLocale());
  if (!result.ok) return inWordsKeeping(input.values, result);
  redirect(`/${await getLocale()}/${slug}/admin/people?done=${result.data.already ? "already" : "given"}`);
}

export async function withdrawRole(
  slug: string,
  personId: string,
  role: string,
  _prev: FormState,
  _form: FormData,
): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  const known = givenRoles.find((each) => each === role);
  if (!known || !isId(personId)) return inWords(fail("not-found"));
  const result = await takeRole(db, organiser, { personId, role: known });
  if (!result.ok) return inWords(result);
  redirect(`/${await getLocale()}/${slug}/admin/people?done=taken`);
}

export async function appointOwner(_prev: FormState, form: FormData): Promise<FormState> {
  const owner = await requireOwner();
  const input = parseForm(OwnerInput, form);
  if (!input.ok) return inWords(input);
  const result = await addOwner(db, owner, input.data, await getLocale());
  if (!result.ok) return inWordsKeeping(input.values, result);
  const t = await getTranslations("desk.roles.done");
  return { ok: true, message: t(result.data.already ? "already" : "given") };
}

export async function dismissOwner(personId: string, _prev: FormState, _form: FormData): Promise<FormState> {
  const owner = await requireOwner();
  const result = isId(personId) ? await removeOwner(db, owner, personId) : fail("not-found");
  if (!result.ok) return inWords(result);
  redirect(`/${await getLocale()}/owner?done=taken`);
}
