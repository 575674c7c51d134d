"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { inWords } from "@/lib/i18n/failure";
import type { FormState } from "@/lib/result";
import { retryMails } from "./mutations";

export async function retry(slug: string, which: string | "all", _prev: FormState): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  const result = await retryMails(db, organiser, which);
  if (!result.ok) return inWords(result);
  const outbox = `/${await getLocale()}/${slug}/admin/outbox`;
  redirect(which === "all" ? `${outbox}?retried=${result.data}` : `${outbox}/${which}?retried=1`);
}
