"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { inWords } from "@/lib/i18n/failure";
import { speechOf } from "@/lib/i18n/speech";
import type { FormState } from "@/lib/result";
import { readSensitiveAnswers, resendConfirmation } from "./mutations";
import { answerInWords } from "./rules";

/** The answers go back in the form's state: they are in no address and in no cache. */
export async function showSensitive(slug: string, id: string, _prev: FormState): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  const result = await readSensitiveAnswers(db, organiser, id);
  if (!result.ok) return inWords(result);
  const speech = await speechOf(organiser.conference);
  return {
    ok: true,
    data: result.data.map((answer) => ({
      id: answer.questionId,
      question: speech.label(answer.label),
      answer: answerInWords(answer, speech).join(", "),
    })),
  };
}

export async function resend(slug: string, id: string, _prev: FormState): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  const result = await resendConfirmation(db, organiser, id);
  if (!result.ok) return inWords(result);
  redirect(`/${await getLocale()}/${slug}/admin/registrations/${id}?done=resent`);
}
