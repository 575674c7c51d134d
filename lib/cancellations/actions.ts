"use server";

import { redirect } from "next/navigation";
import { db } from "@/db/client";
import { requireGuest, requireParticipant } from "@/lib/auth/actors";
import { inWords } from "@/lib/i18n/failure";
import type { Locale } from "@/lib/i18n/locales";
import { countPress } from "@/lib/rate-limits/mutations";
import type { FormState } from "@/lib/result";
import { cancelRegistration, undoCancel } from "./mutations";

export async function cancelAction(slug: string, locale: Locale): Promise<FormState> {
  const participant = await requireParticipant(slug);
  const pressed = await countPress(participant);
  const result = pressed.ok ? await cancelRegistration(db, participant) : pressed;
  if (!result.ok) return inWords(result);
  redirect(`/${locale}/${slug}/registration?done=cancelled`);
}

export async function undoCancelAction(slug: string, locale: Locale): Promise<FormState> {
  const guest = await requireGuest(slug);
  const pressed = await countPress(guest);
  const result = pressed.ok ? await undoCancel(db, guest) : pressed;
  if (!result.ok) return inWords(result);
  redirect(`/${locale}/${slug}/registration?done=undone`);
}
