"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { admit, approve, cancelByOrganiser, decline, reinstate } from "@/lib/decisions/mutations";
import { inWords } from "@/lib/i18n/failure";
import { refreshPublicPages } from "@/lib/refresh";
import { type FormState, fail } from "@/lib/result";
import { formParams, readMoveRequest } from "./input";
import { findMoveMoment, listMoved, previewMove } from "./queries";
import { canBeUndone, isOrganiserMove, type OrganiserMove } from "./rules";

const decisions = { approve, decline, admit, cancel: cancelByOrganiser, reinstate };

/** Does what the confirmation said, or says what has changed since and does nothing. */
export async function moveRegistrations(slug: string, _prev: FormState, form: FormData) {
  const organiser = await requireOrganiser(slug);
  const request = readMoveRequest(formParams(form));
  if (!request) return inWords(fail("invalid"));
  const { now } = await previewMove(db, organiser, request);
  const expected = Number(form.get("expected"));
  if (now.length !== expected)
    return inWords(fail("count-changed", { params: { expected, count: now.length } }));
  return decide(
    slug,
    request.move,
    now.map(({ id }) => id),
  );
}

/** Takes an organiser's own cancellation or refusal back, for all who still are where it put them. */
export async function undoMove(slug: string, _prev: FormState, form: FormData) {
  const organiser = await requireOrganiser(slug);
  const move = form.get("move");
  const at = new Date(String(form.get("at")));
  if (!isOrganiserMove(move) || !canBeUndone(move) || Number.isNaN(at.getTime()))
    return inWords(fail("invalid"));
  const moved = await listMoved(db, organiser, move, at);
  const ids = moved.filter(({ state }) => state === "cancelled").map(({ id }) => id);
  return decide(slug, "reinstate", ids);
}

async function decide(slug: string, move: OrganiserMove, ids: string[]) {
  const organiser = await requireOrganiser(slug);
  const decided = await decisions[move](db, organiser, ids);
  if (!decided.ok) return inWords(decided);
  refreshPublicPages();
  const { ids: moved, skipped } = decided.data;
  const at = await findMoveMoment(db, organiser, move, moved);
  const params = new URLSearchParams({ move, at: at?.toISOString() ?? "", skipped: String(skipped) });
  redirect(`/${await getLocale()}/${slug}/admin/registrations/moved?${params}`);
}
