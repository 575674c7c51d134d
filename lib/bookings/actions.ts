"use server";

import { redirect } from "next/navigation";
import { db } from "@/db/client";
import { requireGuest } from "@/lib/auth/actors";
import { inWords } from "@/lib/i18n/failure";
import type { Locale } from "@/lib/i18n/locales";
import { countPress } from "@/lib/rate-limits/mutations";
import { type FormState, parseForm } from "@/lib/result";
import { Swap } from "./input";
import { bookSeat, giveBack, swapSeats } from "./mutations";
import { findReleasedId } from "./queries";

const back = (slug: string, locale: Locale, session: string, done: string) =>
  redirect(`/${locale}/${slug}/programme/${session}/seat?done=${done}`);

export async function bookAction(slug: string, locale: Locale, session: string): Promise<FormState> {
  const guest = await requireGuest(slug);
  const pressed = await countPress(guest);
  if (!pressed.ok) return inWords(pressed);
  const result = await bookSeat(db, guest, await findReleasedId(db, guest, session));
  if (!result.ok) return inWords(result);
  return back(slug, locale, session, result.data.state);
}

export async function giveBackAction(slug: string, locale: Locale, session: string): Promise<FormState> {
  const guest = await requireGuest(slug);
  const pressed = await countPress(guest);
  if (!pressed.ok) return inWords(pressed);
  const result = await giveBack(db, guest, await findReleasedId(db, guest, session));
  if (!result.ok) return inWords(result);
  return back(slug, locale, session, "given-back");
}

export async function swapAction(
  slug: string,
  locale: Locale,
  session: string,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const guest = await requireGuest(slug);
  const pressed = await countPress(guest);
  if (!pressed.ok) return inWords(pressed);
  const input = parseForm(Swap, form);
  if (!input.ok) return inWords(input);
  const id = await findReleasedId(db, guest, session);
  const result = await swapSeats(db, guest, id, input.data.giveUp);
  if (!result.ok) return inWords(result);
  return back(slug, locale, session, "swapped");
}
