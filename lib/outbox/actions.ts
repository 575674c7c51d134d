"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { db } from "@/db/client";
import { requireOrganiser, requireOwner } from "@/lib/auth/actors";
import { realNow } from "@/lib/clock";
import { inWords } from "@/lib/i18n/failure";
import type { FormState } from "@/lib/result";
import { retryMails, retryPortalMail } from "./mutations";

export async function retry(slug: string, which: string | "all", _prev: FormState): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  const result = await retryMails(db, organiser, which);
  if (!result.ok) return inWords(result);
  const outbox = `/${await getLocale()}/${slug}/admin/outbox`;
  redirect(which === "all" ? `${outbox}?retried=${result.data}` : `${outbox}/${which}?retried=1`);
}

export async function retryPortal(id: string, _prev: FormState): Promise<FormState> {
  const owner = await requireOwner();
  const result = await retryPortalMail(db, owner, id, realNow());
  if (!result.ok) return inWords(result);
  redirect(`/${await getLocale()}/owner?done=mail-again#mails`);
}
