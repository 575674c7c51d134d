import type { ReleaseContent } from "@/db/schema";
import { allClashes, type Found, frameOf, newClashes, type Slot } from "../clashes/rules";

type Days = { startsOn: string; endsOn: string; timeZone: string };
type Counts = ReadonlyMap<string, { booked: number }>;

/** Sessions of the draft that the content no longer has. */
export const goneFrom = (draft: ReleaseContent, content: ReleaseContent) => {
  const there = new Set(content.sessions.map(({ id }) => id));
  return draft.sessions.filter(({ id }) => !there.has(id));
};

/** Sessions that are booked now and to which everyone could come unbooked. */
export const unbookedIn = (draft: ReleaseContent, content: ReleaseContent) => {
  const after = new Map(content.sessions.map((session) => [session.id, session]));
  return draft.sessions.filter(({ id, seats }) => seats !== null && after.get(id)?.seats === null);
};

/** The clashes that the content would bring and the draft does not have. */
export function broughtClashes(
  draft: ReleaseContent,
  content: ReleaseContent,
  conference: Days,
  counts: Counts,
): Found[] {
  const found = ({ sessions, rooms }: ReleaseContent) =>
    allClashes(
      sessions.map((session): Slot => slotIn(session, counts)),
      frameOf(conference, rooms),
    );
  return newClashes(found(draft), found(content));
}

const slotIn = (session: ReleaseContent["sessions"][number], counts: Counts): Slot => ({
  ...session,
  startsAt: new Date(session.startsAt),
  endsAt: new Date(session.endsAt),
  booked: counts.get(session.id)?.booked ?? 0,
});
