"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { db } from "@/db/client";
import { requirePerson, safeReturnPath } from "@/lib/auth/actors";
import { currentSession } from "@/lib/auth/session";
import { realNow } from "@/lib/clock";
import { inWords } from "@/lib/i18n/failure";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { type Failure, type FormState, parseForm } from "@/lib/result";
import { FactorInput } from "./input";
import { beginSecondFactor, confirmSecondFactor, removeSecondFactor, showSecondFactor } from "./mutations";

export async function beginFactor(_prev: FormState, _form: FormData): Promise<FormState> {
  const begun = await beginSecondFactor(db, await requirePerson());
  if (!begun.ok) return inWords(begun);
  refresh();
  return { ok: true };
}

/** On success `data` holds the recovery codes, for this one answer. */
export async function confirmFactor(_prev: FormState, form: FormData): Promise<FormState> {
  const person = await requirePerson();
  const input = parseForm(FactorInput, form, ["code"]);
  if (!input.ok) return inWords(input);
  const confirmed = await confirmSecondFactor(db, person, input.data.code, realNow());
  if (!confirmed.ok) return inWords(beside(confirmed));
  return { ok: true, data: confirmed.data };
}

export async function removeFactor(_prev: FormState, form: FormData): Promise<FormState> {
  const person = await requirePerson();
  const input = parseForm(FactorInput, form, ["code"]);
  if (!input.ok) return inWords(input);
  const removed = await removeSecondFactor(db, person, input.data.code, realNow());
  if (!removed.ok) return inWords(beside(removed));
  refresh();
  return { ok: true, message: (await getTranslations("account.factor"))("removed") };
}

/** The second step of signing in. */
export async function showFactor(
  locale: string,
  to: string,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const speaking = isLocale(locale) ? locale : defaultLocale;
  const session = await currentSession();
  if (!session) redirect(`/${speaking}/sign-in`);
  const back = safeReturnPath(to);
  if (session.awaitsSecondFactor) {
    const input = parseForm(FactorInput, form, ["code"]);
    if (!input.ok) return inWords(input);
    const shown = await showSecondFactor(db, session, input.data.code, realNow());
    if (!shown.ok) return inWords(beside(shown));
  }
  redirect(back === "/" ? `/${speaking}` : back);
}

const beside = (failure: Failure): Failure =>
  failure.code === "too-many" ? failure : { ...failure, fields: { code: [failure.message] } };
