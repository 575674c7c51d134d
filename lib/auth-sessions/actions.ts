"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { db } from "@/db/client";
import { requirePerson } from "@/lib/auth/actors";
import { forgetSession } from "@/lib/auth/enter";
import { clientNetwork } from "@/lib/auth/network";
import { currentSession } from "@/lib/auth/session";
import { inWords } from "@/lib/i18n/failure";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import type { FormState } from "@/lib/result";
import { endEverySession, endSession } from "./mutations";

/** Signs this browser out; also someone who has not shown the second factor yet. */
export async function signOut(locale: string, _prev: FormState, _form: FormData): Promise<FormState> {
  const session = await currentSession();
  if (session) await endSession(db, { ...session, network: await clientNetwork() }, session.tokenHash);
  await forgetSession();
  redirect(`/${isLocale(locale) ? locale : defaultLocale}/sign-in`);
}

export async function signOutEverywhere(
  locale: string,
  _prev: FormState,
  _form: FormData,
): Promise<FormState> {
  await endEverySession(db, await requirePerson());
  await forgetSession();
  redirect(`/${isLocale(locale) ? locale : defaultLocale}/sign-in`);
}

/** Ends a session on another device. */
export async function signOutElsewhere(id: string, _prev: FormState, _form: FormData): Promise<FormState> {
  const ended = await endSession(db, await requirePerson(), id);
  if (!ended.ok) return inWords(ended);
  refresh();
  return { ok: true, message: (await getTranslations("account.sessions"))("ended") };
}
