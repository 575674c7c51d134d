"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { db } from "@/db/client";
import { formParams } from "@/lib/address";
import { type Organiser, requireOrganiser } from "@/lib/auth/actors";
import { admit, approve, cancelByOrganiser, decline } from "@/lib/decisions/mutations";
import { inWords } from "@/lib/i18n/failure";
import { refreshPublicPages } from "@/lib/refresh";
import { type FormState, fail, parseForm } from "@/lib/result";
import { othersThanShown } from "@/lib/shown";
import { cancelAgain, reinstate, withdrawApproval, withdrawPlace } from "@/lib/undos/mutations";
import { DeclineReason, readMoveRequest } from "./input";
import { findMoveMoment, listMoved, previewMove } from "./queries";
import { canTakeBack, isOrganiserMove, type ShownMove, undoOf } from "./rules";

const decisions = {
  approve,
  decline,
  admit,
  cancel: cancelByOrganiser,
  reinstate,
  withdrawApproval,
  withdrawPlace,
  cancelAgain,
};

/** Does what the confirmation said, or says what has changed since and does nothing. */
export async function moveRegistrations(slug: string, _prev: FormState, form: FormData) {
  const organiser = await requireOrganiser(slug);
  const request = readMoveRequest(formParams(form));
  if (!request) return inWords(fail("invalid"));
  const words = parseForm(DeclineReason, form);
  if (!words.ok) return inWords(words);
  const { now } = await previewMove(db, organiser, request);
  const ids = now.map(({ id }) => id);
  const others = othersThanShown(form, ids);
  if (others) return inWords(others);
  return decide(organiser, request.move, ids, words.data.reason);
}

/** Takes an organiser's own move back, for all who still are where it put them. */
export async function undoMove(slug: string, _prev: FormState, form: FormData) {
  const organiser = await requireOrganiser(slug);
  const move = form.get("move");
  const at = new Date(String(form.get("at")));
  if (!isOrganiserMove(move) || Number.isNaN(at.getTime())) return inWords(fail("invalid"));
  const moved = await listMoved(db, organiser, move, at);
  const ids = moved.filter((one) => canTakeBack(move, one)).map(({ id }) => id);
  return decide(organiser, undoOf[move], ids);
}

async function decide(organiser: Organiser, move: ShownMove, ids: string[], words?: string) {
  const decided = await decisions[move](db, organiser, ids, words);
  if (!decided.ok) return inWords(decided);
  refreshPublicPages();
  const { ids: moved, skipped } = decided.data;
  const at = await findMoveMoment(db, organiser, move, moved);
  const params = new URLSearchParams({ move, at: at?.toISOString() ?? "", skipped: String(skipped) });
  redirect(`/${await getLocale()}/${organiser.conference.slug}/admin/registrations/moved?${params}`);
}
