import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { sessions } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import { mergeFile } from "@/lib/import-merges/rules";
import { readUpload, type Upload } from "@/lib/imports/input";
import { readDraft } from "@/lib/releases/queries";
import { countSeats } from "@/lib/seat-waiting-list/queries";
import { broughtClashes, goneFrom, unbookedIn } from "./rules";

/**
 * What the draft would say and what it says now, the sessions with bookings that it would lose or that would
 * need none any more, and the clashes that it would have and has not.
 */
export async function planImport(executor: Executor, organiser: Organiser, upload: Upload) {
  const { conference } = organiser;
  const reading = readUpload(upload, organiser);
  // It was read without a fault when it was uploaded; the conference's days may have changed since.
  if (!reading.ok) return undefined;
  const draft = await readDraft(executor, conference);
  const content = mergeFile(draft, reading.file, {
    locale: conference.locale,
    keepsOthers: upload.keepsOthers,
    newId: randomUUID,
    isFree: await freeIds(executor, organiser, reading.file.sessions),
    removed: await removedSlugs(executor, organiser),
  });
  const counts = await countSeats(
    executor,
    draft.sessions.map(({ id }) => id),
  );
  const booked = ({ id }: { id: string }) => counts.has(id);
  const losing = goneFrom(draft, content).filter(booked);
  const unbooked = unbookedIn(draft, content).filter(booked);
  return {
    draft,
    content,
    counts,
    losing,
    unbooked,
    clashes: broughtClashes(draft, content, conference, counts),
  };
}

/** Ids of a file under which another conference has sessions cannot be taken. */
async function freeIds(executor: Executor, { conference }: Organiser, named: { id: string | null }[]) {
  const ids = named.flatMap(({ id }) => id ?? []);
  if (ids.length === 0) return () => true;
  const rows = await executor
    .select({ id: sessions.id, conferenceId: sessions.conferenceId })
    .from(sessions)
    .where(inArray(sessions.id, ids));
  const foreign = new Set(rows.filter((row) => row.conferenceId !== conference.id).map(({ id }) => id));
  return (id: string) => !foreign.has(id);
}

async function removedSlugs(executor: Executor, { conference }: Organiser) {
  const removed = await executor
    .select({ id: sessions.id, slug: sessions.slug })
    .from(sessions)
    .where(and(eq(sessions.conferenceId, conference.id), isNotNull(sessions.removedAt)));
  return new Map(removed.map(({ id, slug }) => [id, slug]));
}
