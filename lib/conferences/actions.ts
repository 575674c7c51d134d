"use server";

import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { db } from "@/db/client";
import { windowModule } from "@/db/schema";
import { requireOrganiser } from "@/lib/auth/actors";
import { inWords, inWordsKeeping } from "@/lib/i18n/failure";
import { sweepOffers } from "@/lib/offers/mutations";
import { refreshPublicPages } from "@/lib/refresh";
import { goLive, moveClock } from "@/lib/rehearsals/mutations";
import { type FormState, formValues, parseForm } from "@/lib/result";
import { ClockMove, GoLive, Places, Settings, Windows } from "./input";
import { changePlaces, changeSettings, changeWindows } from "./mutations";

const saved = async (): Promise<FormState> => ({
  ok: true,
  message: (await getTranslations("settings"))("saved"),
});

export async function saveSettings(slug: string, _prev: FormState, form: FormData): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  const input = parseForm(Settings, form);
  if (!input.ok) return inWords(input);
  const result = await changeSettings(db, organiser, input.data);
  if (!result.ok) return inWordsKeeping(input.values, result);
  refreshPublicPages();
  return saved();
}

export async function savePlaces(slug: string, _prev: FormState, form: FormData): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  const input = parseForm(Places, form);
  if (!input.ok) return inWords(input);
  const result = await changePlaces(db, organiser, input.data);
  if (!result.ok) return inWordsKeeping(input.values, result);
  refreshPublicPages();
  return saved();
}

export async function saveWindows(slug: string, _prev: FormState, form: FormData): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  const input = parseForm(Windows(windowModule.enumValues, organiser.conference.timeZone), form);
  if (!input.ok) return inWords(input);
  const result = await changeWindows(db, organiser, input.data);
  if (!result.ok) return inWordsKeeping(input.values, result);
  refreshPublicPages();
  return saved();
}

export async function setClock(slug: string, _prev: FormState, form: FormData): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  const input = parseForm(ClockMove(organiser.conference.timeZone), form);
  if (!input.ok) {
    const values = formValues(form);
    return inWords({ ...input, fields: { local: [values.local ? "date" : "required"] } });
  }
  const result = await moveClock(db, organiser, input.data);
  if (!result.ok) return inWordsKeeping(input.values, result);
  await sweepOffers(db, organiser.conference.id);
  refreshPublicPages();
  // Sent back by redirect: a reload does not move the clock again, and the page shows where it stands.
  redirect(`/${await getLocale()}/${slug}/admin/clock?moved=1`);
}

export async function leaveRehearsal(slug: string, _prev: FormState, form: FormData): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  const input = parseForm(GoLive, form);
  if (!input.ok) return inWords(input);
  const result = await goLive(db, organiser, input.data);
  if (!result.ok) return inWordsKeeping(input.values, result);
  await sweepOffers(db, organiser.conference.id);
  refreshPublicPages();
  redirect(`/${await getLocale()}/${slug}/admin/clock?live=1`);
}
