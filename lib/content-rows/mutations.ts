import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type ReleaseContent, rooms, sessionSpeakers, sessions, speakers, topics } from "@/db/schema";
import { type Plan, touched } from "@/lib/contents/rules";

// Each part of a content as rows of the draft. lib/contents puts them together.

/** `now` is the conference's. */
type Of = { conferenceId: string; now: Date };

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** For an upsert: these columns become what was to be inserted. */
const fresh = (...names: string[]): Record<string, SQL> =>
  Object.fromEntries(names.map((name) => [name, sql.raw(`excluded.${snake(name)}`)]));
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
const renamed = <R extends { id: string }>(plan: Plan<R>, field: string) =>
  ids(plan.changed.filter(({ fields }) => fields.includes(field)).map(({ row }) => row));

export async function writeRooms(
  tx: Transaction,
  { conferenceId }: Of,
  plan: Plan<ReleaseContent["rooms"][number]>,
) {
  const ours = eq(rooms.conferenceId, conferenceId);
  await tx.delete(rooms).where(and(ours, inArray(rooms.id, ids(plan.gone))));
  // Two that swap a name, key or address pass through their ids: no two may agree at any moment.
  await tx
    .update(rooms)
    .set({ name: sql`id::text` })
    .where(and(ours, inArray(rooms.id, renamed(plan, "name"))));
  const rows = touched(plan);
  if (rows.length === 0) return;
  await tx
    .insert(rooms)
    .values(rows.map((row) => ({ ...row, conferenceId })))
    .onConflictDoUpdate({
      target: rooms.id,
      set: { ...fresh("name", "floor", "seats", "position"), version: sql`${rooms.version} + 1` },
      setWhere: ours,
    });
}

export async function writeTopics(
  tx: Transaction,
  { conferenceId }: Of,
  plan: Plan<ReleaseContent["topics"][number]>,
) {
  const ours = eq(topics.conferenceId, conferenceId);
  await tx.delete(topics).where(and(ours, inArray(topics.id, ids(plan.gone))));
  await tx
    .update(topics)
    .set({ key: sql`id::text` })
    .where(and(ours, inArray(topics.id, renamed(plan, "key"))));
  const rows = touched(plan);
  if (rows.length === 0) return;
  await tx
    .insert(topics)
    .values(rows.map((row) => ({ ...row, conferenceId })))
    .onConflictDoUpdate({
      target: topics.id,
      set: { ...fresh("key", "name", "colour", "position"), version: sql`${topics.version} + 1` },
      setWhere: ours,
    });
}

export async function writeSpeakers(
  tx: Transaction,
  { conferenceId }: Of,
  plan: Plan<ReleaseContent["speakers"][number]>,
) {
  const ours = eq(speakers.conferenceId, conferenceId);
  await tx.delete(speakers).where(and(ours, inArray(speakers.id, ids(plan.gone))));
  await tx
    .update(speakers)
    .set({ slug: sql`id::text` })
    .where(and(ours, inArray(speakers.id, renamed(plan, "slug"))));
  const rows = touched(plan);
  if (rows.length === 0) return;
  await tx
    .insert(speakers)
    .values(rows.map((row) => ({ ...row, conferenceId })))
    .onConflictDoUpdate({
      target: speakers.id,
      set: {
        ...fresh("slug", "name", "affiliation", "about", "photoId", "position"),
        version: sql`${speakers.version} + 1`,
      },
      setWhere: ours,
    });
}

export async function writeSessions(tx: Transaction, of: Of, plan: Plan<ReleaseContent["sessions"][number]>) {
  const ours = eq(sessions.conferenceId, of.conferenceId);
  await tx
    .update(sessions)
    .set({ removedAt: of.now, version: sql`${sessions.version} + 1` })
    .where(and(ours, inArray(sessions.id, ids(plan.gone))));
  const rows = touched(plan);
  if (rows.length === 0) return;
  // Also sessions that were removed keep an address: they make room for those that are there.
  const slugs = rows.map(({ slug }) => slug);
  await tx
    .update(sessions)
    .set({ slug: sql`id::text` })
    .where(and(ours, inArray(sessions.slug, slugs)));
  await tx
    .insert(sessions)
    .values(
      // The number is never given by a content: a new row draws one, an old one keeps its own.
      rows.map(
        ({
          number: _number,
          cancelled,
          startsAt,
          endsAt,
          speakers: _speakers,
          moderators: _moderators,
          ...row
        }) => ({
          ...row,
          conferenceId: of.conferenceId,
          startsAt: new Date(startsAt),
          endsAt: new Date(endsAt),
          cancelledAt: cancelled ? of.now : null,
        }),
      ),
    )
    .onConflictDoUpdate({
      target: sessions.id,
      set: {
        ...fresh("slug", "title", "abstract", "kind", "topicId", "roomId", "startsAt", "endsAt", "seats"),
        cancelledAt: sql`case when excluded.cancelled_at is null then null
          else coalesce(${sessions.cancelledAt}, excluded.cancelled_at) end`,
        removedAt: null,
        version: sql`${sessions.version} + 1`,
        updatedAt: sql`now()`,
      },
      setWhere: ours,
    });
  await tx.delete(sessionSpeakers).where(inArray(sessionSpeakers.sessionId, ids(rows)));
  const parts = rows.flatMap(({ id: sessionId, speakers: speaking, moderators }) => [
    ...speaking.map((speakerId, position) => ({ sessionId, speakerId, position, part: "speaker" as const })),
    ...moderators.map((speakerId, position) => ({
      sessionId,
      speakerId,
      position,
      part: "moderator" as const,
    })),
  ]);
  if (parts.length > 0) await tx.insert(sessionSpeakers).values(parts);
}
