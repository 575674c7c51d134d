import type { Transaction } from "../../client";
import type { ReleaseContent } from "../../schema";
import { inBucharest } from "./time";

/** What the demonstration needs of lib/releases, which db may not import: it is handed in. */
export type ReleaseTools = {
  readDraft: (tx: Transaction, conference: { id: string }) => Promise<ReleaseContent>;
  release: (
    tx: Transaction,
    conference: { id: string },
    content: ReleaseContent,
    about: { name: string; note: string; publishedAt: Date; publishedBy: number | null },
  ) => Promise<unknown>;
};

const MOVED = "masterclass-ter-training-for-cluster-managers-and-policy-makers";
const ADDED = "debate-cluster-associations-in-the-future-european-cluster-landscape";

/** The first announcement, invented from the programme as it is, and the programme as it is. */
export async function addReleases(
  tx: Transaction,
  conferenceId: string,
  organiserNumber: number,
  { readDraft, release }: ReleaseTools,
) {
  const conference = { id: conferenceId };
  const content = await readDraft(tx, conference);
  await release(tx, conference, asAnnounced(content), {
    name: "Programme announced",
    note: "All three days. The afternoon of day two waits for the ideas from the call.",
    publishedAt: inBucharest("2019-02-15T10:00"),
    publishedBy: organiserNumber,
  });
  await release(tx, conference, content, {
    name: "Training after the closing panel",
    note: "The MasterClass-TER training begins at 17:30, after the closing panel, and moves to Room A, so that nobody has to choose between the two. New on Thursday: the debate of the cluster associations.",
    publishedAt: inBucharest("2019-03-14T16:00"),
    publishedBy: organiserNumber,
  });
}

function asAnnounced(content: ReleaseContent): ReleaseContent {
  const roomB = content.rooms.find(({ name }) => name === "Room B");
  const known = content.sessions.map(({ slug }) => slug);
  if (!roomB || !known.includes(MOVED) || !known.includes(ADDED))
    throw new Error("the data file has changed: the first release of the demonstration rests on it");
  return {
    ...content,
    sessions: content.sessions
      .filter(({ slug }) => slug !== ADDED)
      .map((session) =>
        session.slug === MOVED
          ? {
              ...session,
              roomId: roomB.id,
              startsAt: inBucharest("2019-05-15T16:45").toISOString(),
              endsAt: inBucharest("2019-05-15T17:45").toISOString(),
            }
          : session,
      ),
  };
}
