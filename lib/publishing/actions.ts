"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { inWords, inWordsKeeping } from "@/lib/i18n/failure";
import { refreshPublicPages } from "@/lib/refresh";
import { readNumber } from "@/lib/releases/rules";
import { type FormState, parseForm } from "@/lib/result";
import { PublishInput } from "./input";
import { publish } from "./mutations";

/** `source`: "draft", or the number of the release to go back to. */
export async function publishAction(
  slug: string,
  source: string,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  const input = parseForm(PublishInput, form);
  if (!input.ok) return inWords(input);
  const from = source === "draft" ? source : { number: readNumber(source) };
  const result = await publish(db, organiser, from, input.data);
  if (!result.ok) {
    // The page shows what would be published now.
    refresh();
    return inWordsKeeping(input.values, result);
  }
  refreshPublicPages();
  const { number, mails } = result.data;
  redirect(`/${await getLocale()}/${slug}/admin/programme/releases/${number}?done=published&mails=${mails}`);
}
