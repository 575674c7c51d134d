"use server";

import { getTranslations } from "next-intl/server";
import { db } from "@/db/client";
import { requireOwner } from "@/lib/auth/actors";
import { inWords, inWordsKeeping } from "@/lib/i18n/failure";
import { type FormState, parseForm } from "@/lib/result";
import { ResetInput } from "./input";
import { resetSecondFactor } from "./mutations";

export async function resetFactor(_prev: FormState, form: FormData): Promise<FormState> {
  const owner = await requireOwner();
  const input = parseForm(ResetInput, form);
  if (!input.ok) return inWords(input);
  const result = await resetSecondFactor(db, owner, input.data.email);
  if (!result.ok) return inWordsKeeping(input.values, result);
  return { ok: true, message: (await getTranslations("owner.factor"))("done", { email: input.data.email }) };
}
