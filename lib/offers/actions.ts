"use server";

import { redirect } from "next/navigation";
import { db } from "@/db/client";
import { requireParticipant } from "@/lib/auth/actors";
import { inWords } from "@/lib/i18n/failure";
import type { Locale } from "@/lib/i18n/locales";
import { countPress } from "@/lib/rate-limits/mutations";
import type { FormState } from "@/lib/result";
import { acceptOffer, declineOffer } from "./mutations";

export async function acceptOfferAction(slug: string, locale: Locale): Promise<FormState> {
  const participant = await requireParticipant(slug);
  const pressed = await countPress(participant);
  const result = pressed.ok ? await acceptOffer(db, participant) : pressed;
  if (!result.ok) return inWords(result);
  redirect(`/${locale}/${slug}/registration?done=accepted`);
}

export async function declineOfferAction(slug: string, locale: Locale): Promise<FormState> {
  const participant = await requireParticipant(slug);
  const pressed = await countPress(participant);
  const result = pressed.ok ? await declineOffer(db, participant) : pressed;
  if (!result.ok) return inWords(result);
  redirect(`/${locale}/${slug}/registration?done=declined`);
}
