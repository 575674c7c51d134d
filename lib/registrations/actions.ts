"use server";

import { redirect } from "next/navigation";
import { db } from "@/db/client";
import { requireGuest, requireParticipant } from "@/lib/auth/actors";
import { currentSession } from "@/lib/auth/session";
import { inWords } from "@/lib/i18n/failure";
import type { Locale } from "@/lib/i18n/locales";
import { keepForm, noticeOutage } from "@/lib/outage";
import { countPress } from "@/lib/rate-limits/mutations";
import { changeRegistration } from "@/lib/registration-changes/mutations";
import { type FieldValues, type FormState, fail, formValues, type Result } from "@/lib/result";
import { register } from "./mutations";

export async function registerAction(
  slug: string,
  locale: Locale,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const values = formValues(form);
  const result = await keeping(values, async () => {
    const guest = await requireGuest(slug);
    const pressed = await countPress(guest);
    return pressed.ok ? register(db, guest, values, { locale }) : { ...pressed, values };
  });
  if (!result.ok) return inWords(result);
  redirect(`/${locale}/${slug}/registration${result.data.already ? "" : "?done=registered"}`);
}

export async function changeAction(
  slug: string,
  locale: Locale,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const values = formValues(form);
  const result = await keeping(values, async () => {
    const participant = await requireParticipant(slug);
    const pressed = await countPress(participant);
    return pressed.ok ? changeRegistration(db, participant, values) : { ...pressed, values };
  });
  if (!result.ok) return inWords(result);
  redirect(`/${locale}/${slug}/registration?done=changed`);
}

/** Whatever happens to the session or the database meanwhile, a long form comes back as it was typed. */
async function keeping<T>(values: FieldValues, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    if (await currentSession()) return await work();
    keepForm();
    return fail("signed-out", { values });
  } catch (error) {
    if (!noticeOutage(error)) throw error;
    keepForm();
    return fail("unavailable", { values });
  }
}
