"use server";

import { redirect } from "next/navigation";
import { db } from "@/db/client";
import { isId } from "@/lib/address";
import { requireParticipant } from "@/lib/auth/actors";
import { inWords } from "@/lib/i18n/failure";
import type { Locale } from "@/lib/i18n/locales";
import { countPress } from "@/lib/rate-limits/mutations";
import { type FormState, fail } from "@/lib/result";
import { chooseConsent } from "./mutations";

export async function chooseConsentAction(
  slug: string,
  locale: Locale,
  versionId: string,
  given: boolean,
): Promise<FormState> {
  const participant = await requireParticipant(slug);
  if (!isId(versionId)) return inWords(fail("not-found"));
  const pressed = await countPress(participant);
  if (!pressed.ok) return inWords(pressed);
  const result = await chooseConsent(db, participant, versionId, given);
  if (!result.ok) return inWords(result);
  redirect(`/${locale}/${slug}/registration?done=consent`);
}
