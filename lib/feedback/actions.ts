"use server";

import { redirect } from "next/navigation";
import { db } from "@/db/client";
import { requireParticipant } from "@/lib/auth/actors";
import { inWords, inWordsKeeping } from "@/lib/i18n/failure";
import type { Locale } from "@/lib/i18n/locales";
import { type FormState, parseForm } from "@/lib/result";
import { GiveFeedback } from "./input";
import { giveFeedback } from "./mutations";

export async function giveFeedbackAction(
  slug: string,
  locale: Locale,
  session: string,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const participant = await requireParticipant(slug);
  const input = parseForm(GiveFeedback, form);
  if (!input.ok) return inWords(input);
  const result = await giveFeedback(db, participant, session, input.data);
  if (!result.ok) return inWordsKeeping(input.values, result);
  redirect(`/${locale}/${slug}/programme/${session}/feedback?done=given`);
}
