import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Database, Transaction } from "@/db/client";
import { sessionSpeakers, sessions, speakers } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import { lockDraft, recordChange } from "@/lib/drafts/mutations";
import { overtaken } from "@/lib/drafts/queries";
import { differing, freeSlug, localizedFields, removalOvertaken, slugOf } from "@/lib/drafts/rules";
import type { LocalizedText } from "@/lib/i18n/text";
import { dropPhoto, keepPicture, type Picture } from "@/lib/photos/mutations";
import { fail, ok, type Result } from "@/lib/result";
import { rowMover } from "@/lib/row-mutations";
import type { SpeakerInput } from "./input";

/** `picture` null: nothing was uploaded. */
type Input = z.infer<typeof SpeakerInput> & { picture: Picture | null };

const ours = ({ conference }: Organiser, id: string) =>
  and(eq(speakers.id, id), eq(speakers.conferenceId, conference.id));

type Fields = { name: string; affiliation: string | null; about: LocalizedText };
const asFields = ({ name, affiliation, about }: Fields) => ({
  name,
  affiliation: affiliation ?? "",
  ...localizedFields("about", about),
});

export function addSpeaker(
  db: Database,
  actor: Organiser,
  { speaker, picture }: Input,
): Promise<Result<string>> {
  return db.transaction(async (tx) => {
    const conferenceId = actor.conference.id;
    await lockDraft(tx, conferenceId);
    const taken = await tx
      .select({ slug: speakers.slug })
      .from(speakers)
      .where(eq(speakers.conferenceId, conferenceId));
    const [made] = await tx
      .insert(speakers)
      .values({
        conferenceId,
        ...speaker,
        photoId: picture && (await keepPicture(tx, actor, picture)),
        slug: freeSlug(
          slugOf(speaker.name, "speaker"),
          taken.map(({ slug }) => slug),
        ),
        position: sql`(select coalesce(max(position), -1) + 1 from ${speakers}
          where ${speakers.conferenceId} = ${conferenceId})`,
      })
      .returning({ id: speakers.id });
    if (!made) throw new Error("The speaker was not written");
    await recordChange(tx, actor, "speaker", "added", made.id, { version: 1 });
    return ok(made.id);
  });
}

export function changeSpeaker(
  db: Database,
  actor: Organiser,
  id: string,
  { version, speaker, picture, withoutPhoto }: Input,
): Promise<Result> {
  return db.transaction(async (tx) => {
    await lockDraft(tx, actor.conference.id);
    const [before] = await tx
      .select({
        name: speakers.name,
        affiliation: speakers.affiliation,
        about: speakers.about,
        photoId: speakers.photoId,
        version: speakers.version,
      })
      .from(speakers)
      .where(ours(actor, id));
    if (!before) return fail("not-found");
    if (before.version !== version) {
      const values = { ...asFields(before), photo: before.photoId ?? "" };
      return overtaken(
        tx,
        actor,
        { noun: "speaker", id, since: version },
        { version: before.version, values },
      );
    }
    const photoId = picture ? await keepPicture(tx, actor, picture) : withoutPhoto ? null : before.photoId;
    const fields = [
      ...differing(asFields(before), asFields(speaker)),
      ...(photoId === before.photoId ? [] : ["photo"]),
    ];
    if (fields.length === 0) return ok(undefined);
    await tx
      .update(speakers)
      .set({ ...speaker, photoId, version: version + 1 })
      .where(and(ours(actor, id), eq(speakers.version, version)));
    if (before.photoId && photoId !== before.photoId) await dropPhoto(tx, actor, before.photoId);
    await recordChange(tx, actor, "speaker", "changed", id, { version: version + 1, fields });
    return ok(undefined);
  });
}

/** Takes someone out of the draft and out of every session in it. */
export function removeSpeaker(db: Database, actor: Organiser, id: string, version: number): Promise<Result> {
  return db.transaction(async (tx) => {
    await lockDraft(tx, actor.conference.id);
    const [before] = await tx
      .select({ photoId: speakers.photoId, version: speakers.version })
      .from(speakers)
      .where(ours(actor, id));
    if (!before) return fail("not-found");
    if (before.version !== version) return removalOvertaken(before.version);
    const changed = await partings(tx, actor, id);
    await tx.delete(speakers).where(ours(actor, id));
    if (before.photoId) await dropPhoto(tx, actor, before.photoId);
    await recordChange(tx, actor, "speaker", "removed", id, { sessions: changed });
    return ok(undefined);
  });
}

/** Sessions that lose a speaker are changed: a form that is open on one of them is told. */
async function partings(tx: Transaction, actor: Organiser, id: string): Promise<number> {
  const parts = await tx
    .selectDistinct({ id: sessions.id })
    .from(sessionSpeakers)
    .innerJoin(sessions, eq(sessions.id, sessionSpeakers.sessionId))
    .where(
      and(
        eq(sessions.conferenceId, actor.conference.id),
        eq(sessionSpeakers.speakerId, id),
        isNull(sessions.removedAt),
      ),
    );
  for (const session of parts) {
    const [changed] = await tx
      .update(sessions)
      .set({ version: sql`${sessions.version} + 1` })
      .where(and(eq(sessions.conferenceId, actor.conference.id), eq(sessions.id, session.id)))
      .returning({ version: sessions.version });
    await recordChange(tx, actor, "session", "changed", session.id, {
      version: changed?.version,
      fields: ["speakers", "moderators"],
    });
  }
  return parts.length;
}

export const moveSpeaker = rowMover("speakers", "speaker", "arranged");
