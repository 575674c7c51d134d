import { and, eq, lte } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { feedback, registrations, releasedSessions } from "@/db/schema";
import type { Guest, Participant } from "@/lib/auth/actors";
import type { SessionReader } from "@/lib/auth/hosts";
import { conferenceNow } from "@/lib/clock";
import { type Summary, summarise } from "./rules";

/** The session as the public knows it, by its address or its id; undefined if the last release has none such. */
export async function findRatedSession(
  executor: Executor,
  conference: { id: string },
  session: string | { id: string },
) {
  const [found] = await executor
    .select({
      id: releasedSessions.sessionId,
      slug: releasedSessions.slug,
      title: releasedSessions.title,
      kind: releasedSessions.kind,
      startsAt: releasedSessions.startsAt,
      endsAt: releasedSessions.endsAt,
      room: releasedSessions.room,
      cancelled: releasedSessions.cancelled,
    })
    .from(releasedSessions)
    .where(
      and(
        eq(releasedSessions.conferenceId, conference.id),
        typeof session === "string"
          ? eq(releasedSessions.slug, session)
          : eq(releasedSessions.sessionId, session.id),
      ),
    );
  return found;
}

/**
 * When the clock of a rehearsal is set back, or the demonstration brings answers of the days to come: what is
 * given later is not given yet.
 */
const given = (conference: Parameters<typeof conferenceNow>[0]) =>
  lte(feedback.givenAt, conferenceNow(conference));

/** What the participant said of the session, and whether they may: only who has a place. */
export async function findOwnFeedback(executor: Executor, participant: Participant, sessionId: string) {
  const [own] = await executor
    .select({ rating: feedback.rating, text: feedback.text, state: registrations.state })
    .from(registrations)
    .leftJoin(
      feedback,
      and(
        eq(feedback.registrationId, registrations.id),
        eq(feedback.sessionId, sessionId),
        given(participant.conference),
      ),
    )
    .where(
      and(
        eq(registrations.id, participant.registrationId),
        eq(registrations.conferenceId, participant.conference.id),
      ),
    );
  return {
    confirmed: own?.state === "confirmed",
    given: own?.rating ? { rating: own.rating, text: own.text ?? "" } : null,
  };
}

/** What someone with a place here has rated, by session; null without a confirmed registration. */
export async function listRated(
  executor: Executor,
  { conference, personId }: Pick<Guest, "conference" | "personId">,
): Promise<Set<string> | null> {
  const rows = await executor
    .select({ sessionId: feedback.sessionId })
    .from(registrations)
    .leftJoin(feedback, and(eq(feedback.registrationId, registrations.id), given(conference)))
    .where(
      and(
        eq(registrations.conferenceId, conference.id),
        eq(registrations.personId, personId),
        eq(registrations.state, "confirmed"),
      ),
    );
  return rows.length > 0 ? new Set(rows.flatMap(({ sessionId }) => sessionId ?? [])) : null;
}

/** Summed up, by nobody's name: the columns that tell whose an answer is are not even read. */
export async function findFeedbackSummary(executor: Executor, reader: SessionReader): Promise<Summary> {
  const answers = await executor
    .select({ rating: feedback.rating, text: feedback.text })
    .from(feedback)
    .where(
      and(
        eq(feedback.sessionId, reader.sessionId),
        eq(feedback.conferenceId, reader.conference.id),
        given(reader.conference),
      ),
    );
  return summarise(answers, Math.random);
}
