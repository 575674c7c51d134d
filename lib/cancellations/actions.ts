"use server";

import { redirect } from "next/navigation";
import { db } from "@/db/client";
import { requireGuest, requireParticipant } from "@/lib/auth/actors";
import { inWords } from "@/lib/i18n/failure";
import type { Locale } from "@/lib/i18n/locales";
import type { FormState } from "@/lib/result";
import { cancelRegistration, undoCancel } from "./mutations";

export async function cancelAction(slug: string, locale: Locale): Promise<FormState> {
  const result = await cancelRegistration(db, await requireParticipant(slug));
  if (!result.ok) return inWords(result);
  redirect(`/${locale}/${slug}/registration?done=cancelled`);
}

export async function undoCancelAction(slug: string, locale: Locale): Promise<FormState> {
  const result = await undoCancel(db, await requireGuest(slug));
  if (!result.ok) return inWords(result);
  redirect(`/${locale}/${slug}/registration?done=undone`);
}
