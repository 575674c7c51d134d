"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { db } from "@/db/client";
import { isId } from "@/lib/address";
import { requireOrganiser, requireOwner } from "@/lib/auth/actors";
import { inWords } from "@/lib/i18n/failure";
import { refreshPublicPages } from "@/lib/refresh";
import { type FormState, fail } from "@/lib/result";
import { erasePhoto } from "./mutations";

/** Deletes a photo from the draft and from every release. */
export async function erasePhotoAction(
  slug: string,
  id: string,
  _prev: FormState,
  _form: FormData,
): Promise<FormState> {
  const owner = await requireOwner();
  const organiser = await requireOrganiser(slug);
  if (!isId(id)) return inWords(fail("not-found"));
  const result = await erasePhoto(db, owner, organiser, id);
  if (!result.ok) return inWords(result);
  refreshPublicPages();
  redirect(`/${await getLocale()}/${slug}/admin/programme/speakers/photos?done=erased`);
}
