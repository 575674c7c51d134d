import { and, eq, ne } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { registrations, releasedSessions, seats, sessionHosts, stars } from "@/db/schema";
import type { Guest } from "@/lib/auth/actors";
import type { Marks } from "./rules";

/** What of the programme is the person's: for the cards of pages that are the same for everyone. */
export async function findMarks(executor: Executor, { conference, personId }: Guest): Promise<Marks> {
  const [starred, seated, hosted] = await Promise.all([
    executor
      .select({ id: stars.sessionId })
      .from(stars)
      .where(and(eq(stars.conferenceId, conference.id), eq(stars.personId, personId))),
    executor
      .select({ id: seats.sessionId, state: seats.state })
      .from(seats)
      .innerJoin(registrations, eq(registrations.id, seats.registrationId))
      .where(
        and(
          eq(registrations.conferenceId, conference.id),
          eq(registrations.personId, personId),
          ne(seats.state, "cancelled"),
        ),
      ),
    executor
      .select({ id: sessionHosts.sessionId })
      .from(sessionHosts)
      .innerJoin(releasedSessions, eq(releasedSessions.sessionId, sessionHosts.sessionId))
      .where(and(eq(releasedSessions.conferenceId, conference.id), eq(sessionHosts.personId, personId))),
  ]);
  return {
    stars: starred.map(({ id }) => id),
    seats: Object.fromEntries(
      seated.flatMap(({ id, state }) => (state === "cancelled" ? [] : [[id, state] as const])),
    ),
    hosts: hosted.map(({ id }) => id),
  };
}
