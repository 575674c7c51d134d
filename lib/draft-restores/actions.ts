"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { inWords } from "@/lib/i18n/failure";
import { readNumber } from "@/lib/releases/rules";
import { type FormState, parseForm } from "@/lib/result";
import { RestoreInput } from "./input";
import { restoreDraft } from "./mutations";

export async function restoreAction(
  slug: string,
  release: string,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  const input = parseForm(RestoreInput, form);
  if (!input.ok) return inWords(input);
  const result = await restoreDraft(db, organiser, { number: readNumber(release), ...input.data });
  if (result.ok) redirect(`/${await getLocale()}/${slug}/admin/programme/releases?done=restored`);
  refresh();
  return inWords(result);
}
