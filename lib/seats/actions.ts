"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { inWords, inWordsKeeping } from "@/lib/i18n/failure";
import type { Locale } from "@/lib/i18n/locales";
import { refreshPublicPages } from "@/lib/refresh";
import { type FormState, parseForm } from "@/lib/result";
import { removeSeat } from "@/lib/seat-cancellations/mutations";
import { SeatMinutes } from "./input";
import { changeSeatMinutes } from "./mutations";

export async function saveSeatMinutes(slug: string, _prev: FormState, form: FormData): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  const input = parseForm(SeatMinutes, form);
  if (!input.ok) return inWords(input);
  const result = await changeSeatMinutes(db, organiser, input.data);
  if (!result.ok) return inWordsKeeping(input.values, result);
  refreshPublicPages();
  return { ok: true, message: (await getTranslations("settings"))("saved") };
}

export async function removeSeatAction(
  slug: string,
  locale: Locale,
  session: string,
  seatId: string,
): Promise<FormState> {
  const result = await removeSeat(db, await requireOrganiser(slug), seatId);
  if (!result.ok) return inWords(result);
  redirect(`/${locale}/${slug}/admin/seats/${session}?done=removed`);
}
