import { eq } from "drizzle-orm";
import type { Transaction } from "../../client";
import { persons, releasedSessions, stars } from "../../schema";
import { inBucharest } from "./time";

const SHOWN = "participant@example.org";

// The third is at the time of the seat that the participant has: the agenda shows the overlap.
const starred = [
  "opening-speech",
  "keynote-clusters-of-change",
  "digitalisation-and-skills-gap",
  "closing-panel",
  "debate-cluster-associations-in-the-future-european-cluster-landscape",
];

/** What the participant of the demonstration does not want to miss. */
export async function addStars(tx: Transaction, conferenceId: string) {
  const [shown] = await tx.select({ id: persons.id }).from(persons).where(eq(persons.email, SHOWN));
  if (!shown) throw new Error(`${SHOWN} was not written`);
  const sessions = await tx
    .select({ id: releasedSessions.sessionId, slug: releasedSessions.slug })
    .from(releasedSessions)
    .where(eq(releasedSessions.conferenceId, conferenceId));
  await tx.insert(stars).values(
    starred.map((slug) => {
      const session = sessions.find((one) => one.slug === slug);
      if (!session) throw new Error(`the data file has changed: there is no session ${slug}`);
      return {
        conferenceId,
        personId: shown.id,
        sessionId: session.id,
        createdAt: inBucharest("2019-03-18T20:15"),
      };
    }),
  );
}
