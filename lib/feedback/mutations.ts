import { and, eq, gt } from "drizzle-orm";
import type { Database } from "@/db/client";
import { feedback, registrations } from "@/db/schema";
import type { Participant } from "@/lib/auth/actors";
import { conferenceNow, realNow } from "@/lib/clock";
import { countAgainst } from "@/lib/rate-limits/mutations";
import { fail, ok, type Result } from "@/lib/result";
import type { GiveFeedback } from "./input";
import { findRatedSession } from "./queries";
import { feedbackState } from "./rules";

const LIMIT = { name: "feedback", max: 60, seconds: 3600 };

/**
 * Writes what a participant thinks of a session, once. Fails with "not-found", "feedback-upcoming",
 * "feedback-closed", "feedback-none" (nothing to rate), "feedback-unconfirmed", "feedback-given" or "too-many".
 */
export async function giveFeedback(
  db: Database,
  { conference, registrationId, personId }: Participant,
  slug: string,
  { rating, text }: GiveFeedback,
): Promise<Result> {
  const counting = await countAgainst(db, LIMIT, personId, realNow());
  if (!counting.ok) return counting;
  return db.transaction(async (tx) => {
    const session = await findRatedSession(tx, conference, slug);
    if (!session) return fail("not-found");
    const now = conferenceNow(conference);
    const state = feedbackState(session, conference.timeZone, now);
    if (state !== "open") return fail(`feedback-${state}`);
    // Held until it is written: whoever cancels meanwhile waits, or was first and is refused here.
    const [registration] = await tx
      .select({ id: registrations.id })
      .from(registrations)
      .where(
        and(
          eq(registrations.id, registrationId),
          eq(registrations.conferenceId, conference.id),
          eq(registrations.state, "confirmed"),
        ),
      )
      .for("share");
    if (!registration) return fail("feedback-unconfirmed");
    const written = await tx
      .insert(feedback)
      .values({
        conferenceId: conference.id,
        sessionId: session.id,
        registrationId,
        rating,
        text,
        givenAt: now,
      })
      // Submitted twice, or from two windows: the first counts. Only what a rehearsal gave at a later moment,
      // before its clock was set back, is not given yet and makes room.
      .onConflictDoUpdate({
        target: [feedback.sessionId, feedback.registrationId],
        set: { rating, text, givenAt: now },
        setWhere: gt(feedback.givenAt, now),
      })
      .returning({ rating: feedback.rating });
    return written.length > 0 ? ok(undefined) : fail("feedback-given");
  });
}
