"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { db } from "@/db/client";
import { requireGuest } from "@/lib/auth/actors";
import { inWords } from "@/lib/i18n/failure";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import type { FormState, Result } from "@/lib/result";
import { makeFeed, renewFeed, revokeFeed } from "./mutations";

const speaking = (locale: string) => (isLocale(locale) ? locale : defaultLocale);

async function changed(result: Result, done: "made" | "renewed" | "revoked"): Promise<FormState> {
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
  return changed(await makeFeed(db, await requireGuest(slug), speaking(locale)), "made");
}

export async function renewFeedAction(
  slug: string,
  locale: string,
  _prev: FormState,
  _form: FormData,
): Promise<FormState> {
  return changed(await renewFeed(db, await requireGuest(slug), speaking(locale)), "renewed");
}

export async function revokeFeedAction(slug: string, _prev: FormState, _form: FormData): Promise<FormState> {
  return changed(await revokeFeed(db, await requireGuest(slug)), "revoked");
}
