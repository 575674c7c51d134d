import { and, eq, max, ne, notInArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { conferences, type ReleaseContent, releasedSessions, releases } from "@/db/schema";

type About = {
  name: string;
  note: string;
  /** In the conference's clock. */
  publishedAt: Date;
  /** The person's number; null: the portal itself. */
  publishedBy: number | null;
};

/**
 * Makes a content what the public sees: a new release, and its sessions as the rows in which seats are booked.
 * Releases of a conference come one after the other, under the lock of its row. Who publishes (lib/publishing)
 * settles seats and tells people; this does not.
 */
export async function release(
  tx: Transaction,
  conference: { id: string },
  content: ReleaseContent,
  { name, note, publishedAt, publishedBy }: About,
): Promise<{ id: string; number: number }> {
  await tx
    .select({ id: conferences.id })
    .from(conferences)
    .where(eq(conferences.id, conference.id))
    .for("no key update");
  const [last] = await tx
    .select({ number: max(releases.number) })
    .from(releases)
    .where(eq(releases.conferenceId, conference.id));
  const [made] = await tx
    .insert(releases)
    .values({
      conferenceId: conference.id,
      number: (last?.number ?? 0) + 1,
      name,
      note,
      content,
      publishedAt,
      publishedBy,
    })
    .returning({ id: releases.id, number: releases.number });
  if (!made) throw new Error("The release was not written");
  await writeSessions(tx, conference, content);
  return made;
}

/** In order of the id: whoever locks several of these rows does it in this order. */
async function writeSessions(tx: Transaction, { id: conferenceId }: { id: string }, content: ReleaseContent) {
  const rooms = new Map(content.rooms.map((room) => [room.id, room]));
  const rows = [...content.sessions]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((session) => {
      const room = session.roomId ? rooms.get(session.roomId) : undefined;
      return {
        sessionId: session.id,
        conferenceId,
        slug: session.slug,
        title: session.title,
        kind: session.kind,
        startsAt: new Date(session.startsAt),
        endsAt: new Date(session.endsAt),
        seats: session.seats,
        room: room?.name ?? null,
        floor: room?.floor ?? null,
        cancelled: session.cancelled,
      };
    });
  const ours = eq(releasedSessions.conferenceId, conferenceId);
  await tx
    .select({ id: releasedSessions.sessionId })
    .from(releasedSessions)
    .where(ours)
    .orderBy(releasedSessions.sessionId)
    .for("no key update");
  await tx.delete(releasedSessions).where(
    and(
      ours,
      rows.length === 0
        ? undefined
        : notInArray(
            releasedSessions.sessionId,
            rows.map(({ sessionId }) => sessionId),
          ),
    ),
  );
  if (rows.length === 0) return;
  // Two sessions may have swapped their addresses, which are unique at each moment.
  const addresses = JSON.stringify(rows.map(({ sessionId, slug }) => ({ id: sessionId, slug })));
  await tx.execute(sql`
    update ${releasedSessions} set slug = session_id::text
    from json_to_recordset(${addresses}::json) as after(id uuid, slug text)
    where ${ours} and session_id = after.id and ${ne(releasedSessions.slug, sql`after.slug`)}`);
  await tx
    .insert(releasedSessions)
    .values(rows)
    .onConflictDoUpdate({
      target: releasedSessions.sessionId,
      set: {
        slug: sql`excluded.slug`,
        title: sql`excluded.title`,
        kind: sql`excluded.kind`,
        startsAt: sql`excluded.starts_at`,
        endsAt: sql`excluded.ends_at`,
        seats: sql`excluded.seats`,
        room: sql`excluded.room`,
        floor: sql`excluded.floor`,
        cancelled: sql`excluded.cancelled`,
      },
      setWhere: ours,
    });
}
