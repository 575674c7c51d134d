"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { db } from "@/db/client";
import { formParams } from "@/lib/address";
import { type Organiser, requireOrganiser } from "@/lib/auth/actors";
import { inWords } from "@/lib/i18n/failure";
import { refreshPublicPages } from "@/lib/refresh";
import { type FormState, fail } from "@/lib/result";
import { othersThanShown } from "@/lib/shown";
import { readTypeRequest } from "./input";
import { changeTypes, type Wanted } from "./mutations";
import { findTargetType, findTypeChangeMoment, listTypeChanges, previewTypeChange } from "./queries";

/** Does what the confirmation said, or says what has changed since and does nothing. */
export async function giveType(slug: string, _prev: FormState, form: FormData) {
  const organiser = await requireOrganiser(slug);
  const request = readTypeRequest(formParams(form));
  if (!request || !(await findTargetType(db, organiser, request.typeId))) return inWords(fail("invalid"));
  const { fit } = await previewTypeChange(db, organiser, request);
  const others = othersThanShown(
    form,
    fit.map(({ id }) => id),
  );
  if (others) return inWords(others);
  return change(
    organiser,
    fit.map(({ id }) => ({ id, typeId: request.typeId })),
  );
}

/** Gives those who still have the new type their former one back, as far as that has room. */
export async function undoGiveType(slug: string, _prev: FormState, form: FormData) {
  const organiser = await requireOrganiser(slug);
  const at = new Date(String(form.get("at")));
  if (Number.isNaN(at.getTime())) return inWords(fail("invalid"));
  const changed = await listTypeChanges(db, organiser, at);
  return change(
    organiser,
    changed
      .filter(({ typeId, toType }) => typeId === toType)
      .map(({ id, fromType }) => ({ id, typeId: fromType })),
  );
}

async function change(organiser: Organiser, wanted: Wanted[]) {
  const changed = await changeTypes(db, organiser, wanted);
  if (!changed.ok) return inWords(changed);
  refreshPublicPages();
  const { ids, skipped } = changed.data;
  const at = await findTypeChangeMoment(db, organiser, ids);
  const params = new URLSearchParams({ at: at?.toISOString() ?? "", skipped: String(skipped) });
  redirect(`/${await getLocale()}/${organiser.conference.slug}/admin/registrations/retyped?${params}`);
}
