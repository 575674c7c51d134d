"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { db } from "@/db/client";
import { type Guest, requireGuest } from "@/lib/auth/actors";
import { inWords } from "@/lib/i18n/failure";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { countPress } from "@/lib/rate-limits/mutations";
import type { FormState, Result } from "@/lib/result";
import { makeFeed, renewFeed, revokeFeed } from "./mutations";

const speaking = (locale: string) => (isLocale(locale) ? locale : defaultLocale);

async function change(
  slug: string,
  work: (guest: Guest) => Promise<Result>,
  done: "made" | "renewed" | "revoked",
): Promise<FormState> {
  const guest = await requireGuest(slug);
  const pressed = await countPress(guest);
  const result = pressed.ok ? await work(guest) : pressed;
  if (!result.ok) return inWords(result);
  refresh();
  return { ok: true, message: (await getTranslations("agenda.feed.done"))(done) };
}

export async function makeFeedAction(
  slug: string,
  locale: string,
  _prev: FormState,
  _form: FormData,
): Promise<FormState> {
  return change(slug, (guest) => makeFeed(db, guest, speaking(locale)), "made");
}

export async function renewFeedAction(
  slug: string,
  locale: string,
  _prev: FormState,
  _form: FormData,
): Promise<FormState> {
  return change(slug, (guest) => renewFeed(db, guest, speaking(locale)), "renewed");
}

export async function revokeFeedAction(slug: string, _prev: FormState, _form: FormData): Promise<FormState> {
  return change(slug, (guest) => revokeFeed(db, guest), "revoked");
}
