"use server";

import { db } from "@/db/client";
import { type Organiser, requireOrganiser } from "@/lib/auth/actors";
import { inWords } from "@/lib/i18n/failure";
import { UploadInput } from "@/lib/photo-uploads/input";
import { dropUpload, keepUpload } from "@/lib/photo-uploads/mutations";
import { findUpload } from "@/lib/photo-uploads/queries";
import { makePicture, type Picture } from "@/lib/photos/mutations";
import { type Failure, type FormState, fail, formValues } from "@/lib/result";
import { arrangeRow, saveRow } from "@/lib/row-actions";
import { SpeakerInput } from "./input";
import { addSpeaker, changeSpeaker, moveSpeaker, removeSpeaker } from "./mutations";

/**
 * `id` null: a new speaker. A file in the field "photo" is their picture; when the form is refused for another
 * reason, the picture waits for it to be sent again.
 */
export async function saveSpeaker(
  slug: string,
  id: string | null,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  const { picture, upload, failure } = await pictureOf(organiser, form);
  const saved = async <R extends { ok: boolean }>(result: R) => {
    if (result.ok && upload) await dropUpload(db, organiser, upload);
    return result;
  };
  const state = await saveRow(organiser, id, form, {
    page: "programme/speakers",
    visible: false,
    schema: SpeakerInput,
    add: async (_, actor, speaker) => failure ?? saved(await addSpeaker(db, actor, { ...speaker, picture })),
    change: async (_, actor, which, speaker) =>
      failure ?? saved(await changeSpeaker(db, actor, which, { ...speaker, picture })),
  });
  if (!state || state.ok) return state;
  const waiting = upload || (picture && (await keepUpload(db, organiser, picture))) || "";
  const wrong = failure && (await inWords(failure));
  return {
    ...state,
    fields: { ...state.fields, ...wrong?.fields },
    values: { ...state.values, upload: waiting, withoutUpload: "" },
  };
}

type Pictured = { picture: Picture | null; upload: string; failure?: Failure };

/** The picture that comes with a form, or the one that waited for it. Made before the draft is locked: it takes its time. */
async function pictureOf(organiser: Organiser, form: FormData): Promise<Pictured> {
  const { upload, withoutUpload } = UploadInput.parse(formValues(form));
  const kept = upload ? await findUpload(db, organiser, upload) : undefined;
  const file = form.get("photo");
  const waiting: Pictured = { picture: kept ?? null, upload: kept ? upload : "" };
  const chosen = file instanceof File && file.size > 0 ? await makePicture(file) : undefined;
  if (chosen && !chosen.ok)
    return { ...waiting, failure: fail(chosen.code, { fields: { photo: [chosen.code] } }) };
  if (kept && (chosen || withoutUpload)) await dropUpload(db, organiser, upload);
  if (chosen) return { picture: chosen.data, upload: "" };
  return withoutUpload ? { picture: null, upload: "" } : waiting;
}

/** Up, down and, from their own page, remove. */
export async function arrangeSpeaker(
  slug: string,
  id: string,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  return arrangeRow(await requireOrganiser(slug), id, form, {
    page: "programme/speakers",
    visible: false,
    move: moveSpeaker,
    remove: { run: removeSpeaker, from: "page" },
  });
}
