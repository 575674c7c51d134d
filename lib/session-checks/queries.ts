import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { rooms, speakers, topics } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import { clashesOf, clashKey, type Slot, unknown } from "@/lib/clashes/rules";
import { lockDraft } from "@/lib/drafts/mutations";
import { overtaken } from "@/lib/drafts/queries";
import { differing } from "@/lib/drafts/rules";
import { localMinute } from "@/lib/local-time";
import { type Failure, fail, ok, type Result } from "@/lib/result";
import { listSlots, programmeFrame } from "@/lib/sessions/queries";
import { asItWas, type DraftSession } from "@/lib/sessions/rules";

// What each change of a session asks first: is it still as it was seen, is what was chosen there, does it clash.

type People = { speakers: string[]; moderators: string[]; hosts: string[] };

/** The fields of a session as its form writes them. */
function asFields(session: DraftSession, timeZone: string) {
  const { title, abstract, kind, topicId, roomId, startsAt, endsAt, speakers, moderators, hosts } = session;
  return {
    title,
    abstract,
    kind,
    topicId: topicId ?? "",
    roomId: roomId ?? "",
    startsAt: localMinute(startsAt, timeZone),
    endsAt: localMinute(endsAt, timeZone),
    seats: String(session.seats ?? ""),
    speakers,
    moderators,
    hosts,
    cancelled: String(session.cancelled),
  };
}

/** Whether everything chosen is (still) of this conference. */
export async function choicesThere(
  tx: Transaction,
  { conference }: Organiser,
  { topicId, roomId }: { topicId?: string | null; roomId: string | null },
  people?: People,
): Promise<boolean> {
  const count = async (wanted: string[], found: Promise<number>) => (await found) === wanted.length;
  const chosenRooms = roomId ? [roomId] : [];
  const chosenTopics = topicId ? [topicId] : [];
  const parts = [...new Set([...(people?.speakers ?? []), ...(people?.moderators ?? [])])];
  const of = conference.id;
  return (
    (await count(
      chosenRooms,
      tx.$count(rooms, and(eq(rooms.conferenceId, of), inArray(rooms.id, chosenRooms))),
    )) &&
    (await count(
      chosenTopics,
      tx.$count(topics, and(eq(topics.conferenceId, of), inArray(topics.id, chosenTopics))),
    )) &&
    (await count(parts, tx.$count(speakers, and(eq(speakers.conferenceId, of), inArray(speakers.id, parts)))))
  );
}

/**
 * Refuses a place that clashes in a way nobody said yes to: with every clash, to be shown and said yes to. What
 * clashed already as it was saved before is not asked about again.
 */
export async function refuseClashes(
  tx: Transaction,
  { conference }: Organiser,
  { after, before, all, knowing }: { after: Slot; before?: Slot; all: readonly Slot[]; knowing: string[] },
): Promise<Failure | undefined> {
  const frame = await programmeFrame(tx, conference);
  const clashes = clashesOf(after, all, frame);
  const accepted = before ? clashesOf(before, all, frame).map(clashKey) : [];
  if (unknown(clashes, [...knowing, ...accepted]).length === 0) return undefined;
  return fail("clashes", {
    params: { count: clashes.length },
    values: { clashes: clashes.map(clashKey) },
  });
}

/** The fields in which a session would be another one; times to the instant, which a form does not write. */
export const changedFields = (before: DraftSession, after: DraftSession): string[] => {
  const exact = (session: DraftSession) => ({
    ...asFields(session, "UTC"),
    startsAt: session.startsAt.getTime(),
    endsAt: session.endsAt.getTime(),
  });
  return differing(exact(before), exact(after));
};

/** The session, if it is still as it was when the form was filled in. */
export async function currentSession(
  tx: Transaction,
  actor: Organiser,
  id: string,
  since: number,
): Promise<Result<{ before: DraftSession; all: DraftSession[] }>> {
  await lockDraft(tx, actor.conference.id);
  const all = await listSlots(tx, actor.conference.id);
  const before = all.find((slot) => slot.id === id);
  if (!before) return fail("not-found");
  if (before.version === since) return ok({ before, all });
  const values = asFields(before, actor.conference.timeZone);
  const failure = await overtaken(
    tx,
    actor,
    { noun: "session", id, since },
    { version: before.version, values },
  );
  return { ...failure, values: { ...failure.values, ...asItWas(before) } };
}
