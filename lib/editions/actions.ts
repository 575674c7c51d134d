"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { db } from "@/db/client";
import { requireOwner } from "@/lib/auth/actors";
import { NewConference, NextEdition } from "@/lib/conferences/input";
import { inWords, inWordsKeeping } from "@/lib/i18n/failure";
import { refreshPublicPages } from "@/lib/refresh";
import { type FormState, parseForm } from "@/lib/result";
import { makeConference, makeNextEdition } from "./mutations";

export async function createConference(_prev: FormState, form: FormData): Promise<FormState> {
  const owner = await requireOwner();
  const input = parseForm(NewConference, form);
  if (!input.ok) return inWords(input);
  const result = await makeConference(db, owner, input.data);
  if (!result.ok) return inWordsKeeping(input.values, result);
  refreshPublicPages();
  redirect(`/${await getLocale()}/${result.data.slug}/admin/settings`);
}

export async function createNextEdition(_prev: FormState, form: FormData): Promise<FormState> {
  const owner = await requireOwner();
  const input = parseForm(NextEdition, form);
  if (!input.ok) return inWords(input);
  const result = await makeNextEdition(db, owner, input.data);
  if (!result.ok) return inWordsKeeping(input.values, result);
  refreshPublicPages();
  redirect(`/${await getLocale()}/${result.data.slug}/admin/settings`);
}
