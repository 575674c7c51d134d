import "server-only";
import { and, eq, notExists, sql } from "drizzle-orm";
import sharp from "sharp";
import type { Database, Transaction } from "@/db/client";
import { photos, releases, speakers } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Organiser, Owner } from "@/lib/auth/actors";
import { lockDraft, recordChange } from "@/lib/drafts/mutations";
import { fail, ok, type Result } from "@/lib/result";
import { PHOTO_LIMIT, PHOTO_SIZE, PIXEL_LIMIT, pictureType } from "./rules";

// Decoded pictures are large and come seldom: nothing is kept for the next one.
sharp.cache(false);

export type Picture = { bytes: Buffer; mediaType: string; width: number; height: number };

/**
 * What becomes of an uploaded file: known by its content, decoded, turned as the camera was held, made smaller,
 * written anew as WebP. What the file said beside the picture (place, camera, a script) is not in it any more.
 * Fails with "photo-large", "photo-pixels" or "photo-none".
 */
export async function makePicture(file: Blob): Promise<Result<Picture>> {
  if (file.size > PHOTO_LIMIT) return fail("photo-large");
  const bytes = Buffer.from(await file.arrayBuffer());
  if (!pictureType(bytes)) return fail("photo-none");
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > PIXEL_LIMIT) return fail("photo-pixels");
    const { data, info } = await sharp(bytes, { limitInputPixels: PIXEL_LIMIT, failOn: "error" })
      .rotate()
      .resize({ width: PHOTO_SIZE, height: PHOTO_SIZE, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    return ok({ bytes: data, mediaType: "image/webp", width: info.width, height: info.height });
  } catch {
    // It begins like a picture and cannot be decoded as one: the file is at fault, and who sent it is told.
    return fail("photo-none");
  }
}

export async function keepPicture(
  tx: Transaction,
  { conference }: Organiser,
  picture: Picture,
): Promise<string> {
  const [kept] = await tx
    .insert(photos)
    .values({ conferenceId: conference.id, ...picture })
    .returning({ id: photos.id });
  if (!kept) throw new Error("The photo was not written");
  return kept.id;
}

/** Deletes a photo that nothing shows any more. Releases keep theirs: the public may go back to one. */
export async function dropPhoto(tx: Transaction, { conference }: Organiser, id: string) {
  const shown = tx
    .select({ id: releases.id })
    .from(releases)
    .where(
      and(
        eq(releases.conferenceId, conference.id),
        sql`${releases.content} -> 'speakers' @> ${JSON.stringify([{ photoId: id }])}::jsonb`,
      ),
    );
  const worn = tx.select({ id: speakers.id }).from(speakers).where(eq(speakers.photoId, id));
  await tx
    .delete(photos)
    .where(and(eq(photos.id, id), eq(photos.conferenceId, conference.id), notExists(shown), notExists(worn)));
}

/**
 * Deletes a photo everywhere, because who is on it asked: from the draft, and from releases, whose content stays but
 * whose picture is gone. Only an owner does, because nobody can bring it back.
 */
export function erasePhoto(db: Database, _: Owner, organiser: Organiser, id: string): Promise<Result> {
  return db.transaction(async (tx) => {
    const { conference } = organiser;
    await lockDraft(tx, conference.id);
    const changed = await tx
      .update(speakers)
      .set({ photoId: null, version: sql`${speakers.version} + 1` })
      .where(and(eq(speakers.photoId, id), eq(speakers.conferenceId, conference.id)))
      .returning({ id: speakers.id, version: speakers.version });
    const gone = await tx
      .delete(photos)
      .where(and(eq(photos.id, id), eq(photos.conferenceId, conference.id)))
      .returning({ id: photos.id });
    if (gone.length === 0) return fail("photo-gone");
    for (const { id: speaker, version } of changed)
      await recordChange(tx, organiser, "speaker", "changed", speaker, { version, fields: ["photo"] });
    await recordAudit(tx, {
      actor: organiser,
      conferenceId: conference.id,
      action: "photo.erased",
      subject: "photo",
      subjectId: id,
    });
    return ok(undefined);
  });
}
