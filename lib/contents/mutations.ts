import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { photos, type ReleaseContent, rooms, sessions, speakers, topics } from "@/db/schema";
import { recordAudits } from "@/lib/audit/mutations";
import type { Organiser } from "@/lib/auth/actors";
import { writeRooms, writeSessions, writeSpeakers, writeTopics } from "@/lib/content-rows/mutations";
import type { DraftNoun } from "@/lib/drafts/mutations";
import { readDraft } from "@/lib/releases/queries";
import { type Plan, planOf } from "./rules";

type Of = { conferenceId: string; now: Date };

/**
 * Makes the draft say what the content says: rooms, topics, speakers and sessions that are not in it are taken
 * out, others written; each row's version counts up, so that nobody saves over it unseen. The caller holds the
 * draft (lockDraft) and answers for the content: whole in itself, ids of this conference's rows or new ones.
 */
export async function writeDraft(tx: Transaction, organiser: Organiser, now: Date, content: ReleaseContent) {
  const of = { conferenceId: organiser.conference.id, now };
  const before = await readDraft(tx, organiser.conference);
  const plans = {
    room: planOf(before.rooms, content.rooms),
    topic: planOf(before.topics, content.topics),
    speaker: planOf(before.speakers, await withKnownPhotos(tx, of, content.speakers)),
    session: planOf(before.sessions, content.sessions),
  };
  await writeRooms(tx, of, plans.room);
  await writeTopics(tx, of, plans.topic);
  await writeSpeakers(tx, of, plans.speaker);
  await writeSessions(tx, of, plans.session);
  await record(tx, organiser, plans);
}

async function withKnownPhotos(tx: Transaction, { conferenceId }: Of, people: ReleaseContent["speakers"]) {
  const rows = await tx.select({ id: photos.id }).from(photos).where(eq(photos.conferenceId, conferenceId));
  const known = new Set(rows.map(({ id }) => id));
  return people.map((one) => ({
    ...one,
    photoId: one.photoId && known.has(one.photoId) ? one.photoId : null,
  }));
}

type Plans = Record<DraftNoun, Plan<{ id: string }>>;

/** An entry for each row, as the editor writes them: whoever has it open in a form is told what changed. */
async function record(tx: Transaction, organiser: Organiser, plans: Plans) {
  const versions = await readVersions(tx, organiser.conference.id);
  const entries = Object.entries(plans).flatMap(([noun, { added, changed, gone }]) => {
    const entry = (verb: string, id: string, fields?: string[]) => ({
      actor: organiser,
      conferenceId: organiser.conference.id,
      action: `${noun}.${verb}`,
      subject: noun,
      subjectId: id,
      detail: { ...(versions.has(id) ? { version: versions.get(id) } : {}), ...(fields ? { fields } : {}) },
    });
    return [
      ...added.map(({ id }) => entry("added", id)),
      ...changed.map(({ row, fields }) => entry("changed", row.id, fields)),
      ...gone.map(({ id }) => entry("removed", id)),
    ];
  });
  await recordAudits(tx, entries);
}

async function readVersions(tx: Transaction, conferenceId: string) {
  const found = await Promise.all(
    [rooms, topics, speakers, sessions].map((table) =>
      tx
        .select({ id: table.id, version: table.version })
        .from(table)
        .where(eq(table.conferenceId, conferenceId)),
    ),
  );
  return new Map(found.flat().map(({ id, version }) => [id, version]));
}
