"use server";

import { requireOrganiser } from "@/lib/auth/actors";
import { makePicture } from "@/lib/photos/mutations";
import { type FormState, fail } from "@/lib/result";
import { arrangeRow, saveRow } from "@/lib/row-actions";
import { SpeakerInput } from "./input";
import { addSpeaker, changeSpeaker, moveSpeaker, removeSpeaker } from "./mutations";

/** `id` null: a new speaker. A file in the field "photo" is their picture. */
export async function saveSpeaker(
  slug: string,
  id: string | null,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  return saveRow(organiser, id, form, {
    page: "programme/speakers",
    visible: false,
    schema: SpeakerInput,
    add: async (db, actor, speaker) => {
      const picture = await pictureOf(form);
      return picture.ok ? addSpeaker(db, actor, { ...speaker, picture: picture.data }) : picture;
    },
    change: async (db, actor, which, speaker) => {
      const picture = await pictureOf(form);
      return picture.ok ? changeSpeaker(db, actor, which, { ...speaker, picture: picture.data }) : picture;
    },
  });
}

/** Made before the draft is locked: it takes its time. */
async function pictureOf(form: FormData) {
  const file = form.get("photo");
  if (!(file instanceof File) || file.size === 0) return { ok: true as const, data: null };
  const made = await makePicture(file);
  return made.ok ? made : fail(made.code, { fields: { photo: [made.code] } });
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
