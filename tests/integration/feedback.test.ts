import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { conferences, feedback, registrations, releasedSessions } from "@/db/schema";
import type { Person } from "@/lib/auth/actors";
import type { SessionReader } from "@/lib/auth/hosts";
import { eraseAccount } from "@/lib/erasures/mutations";
import { giveFeedback } from "@/lib/feedback/mutations";
import { findFeedbackSummary, findOwnFeedback, listRated } from "@/lib/feedback/queries";
import { findPersonalData } from "@/lib/personal-data/queries";
import { aConference, aParticipant, aProgramme } from "@/tests/factories";
import { expect, test } from "./test";

const AFTER = new Date("2019-05-14T12:00:00Z");

/** A session of 09:00 to 10:00 on 14 May and a conference whose clock stands at three in the afternoon. */
async function aRatedSession(db: Database, now = AFTER) {
  const conference = await aConference(db, { mode: "rehearsal", clockSetAt: now });
  await aProgramme(db, conference, { sessions: [{}] });
  const [session] = await db
    .select()
    .from(releasedSessions)
    .where(eq(releasedSessions.conferenceId, conference.id));
  if (!session) throw new Error("the session was not released");
  const reader = { conference, sessionId: session.sessionId } as unknown as SessionReader;
  return { conference, session, reader };
}

const good = { rating: 4, text: "Good" };

test("is given once: the second is told so, and the first counts, also of five at once", async ({ db }) => {
  const { conference, session, reader } = await aRatedSession(db);
  const participant = await aParticipant(db, conference);
  const five = await Promise.all(
    [1, 2, 3, 4, 5].map((rating) => giveFeedback(db, participant, session.slug, { rating, text: "" })),
  );
  expect(five.filter((result) => result.ok)).toHaveLength(1);
  expect(new Set(five.flatMap((result) => (result.ok ? [] : [result.code])))).toEqual(
    new Set(["feedback-given"]),
  );
  const { given } = await findOwnFeedback(db, participant, session.sessionId);
  expect(await giveFeedback(db, participant, session.slug, good)).toMatchObject({ code: "feedback-given" });
  expect((await findOwnFeedback(db, participant, session.sessionId)).given).toEqual(given);
  expect(await findFeedbackSummary(db, reader)).toEqual({ count: 1, shown: null });
});

test("is refused before the end, after the week, for what was cancelled and what is not there", async ({
  db,
}) => {
  const { conference, session } = await aRatedSession(db);
  const participant = await aParticipant(db, conference);
  const at = async (now: string) => {
    const clock = { ...conference, clockSetAt: new Date(now) };
    return giveFeedback(db, { ...participant, conference: clock } as typeof participant, session.slug, good);
  };
  expect(await at("2019-05-14T06:30:00Z")).toMatchObject({ code: "feedback-upcoming" });
  expect(await at("2019-05-22T06:30:00Z")).toMatchObject({ code: "feedback-closed" });
  expect(await giveFeedback(db, participant, "no-such-session", good)).toMatchObject({ code: "not-found" });
  await db
    .update(releasedSessions)
    .set({ cancelled: true })
    .where(eq(releasedSessions.sessionId, session.sessionId));
  expect(await giveFeedback(db, participant, session.slug, good)).toMatchObject({ code: "feedback-none" });
  expect(await db.$count(feedback, eq(feedback.sessionId, session.sessionId))).toBe(0);
});

test("is for those who have a place, at this conference", async ({ db }) => {
  const { conference, session, reader } = await aRatedSession(db);
  const waiting = await aParticipant(db, conference, { state: "waitlisted" });
  expect(await giveFeedback(db, waiting, session.slug, good)).toMatchObject({ code: "feedback-unconfirmed" });

  const foreign = await aRatedSession(db);
  const stranger = await aParticipant(db, foreign.conference);
  expect(await giveFeedback(db, stranger, session.slug, good)).toMatchObject({ code: "not-found" });
  // Someone who is here by a proof of the other conference, or there with a session of this one.
  const mixed = { ...stranger, conference } as typeof stranger;
  expect(await giveFeedback(db, mixed, session.slug, good)).toMatchObject({ code: "feedback-unconfirmed" });
  expect(await findFeedbackSummary(db, reader)).toMatchObject({ count: 0 });
});

test("hosts see sums and texts from three answers on, never whose, and nothing of another conference", async ({
  db,
}) => {
  const { conference, session, reader } = await aRatedSession(db);
  for (const [rating, text] of [
    [5, "Great talk"],
    [3, ""],
    [4, "More time, please"],
  ] as const) {
    const participant = await aParticipant(db, conference);
    expect((await giveFeedback(db, participant, session.slug, { rating, text })).ok).toBe(true);
  }
  const summary = await findFeedbackSummary(db, reader);
  expect(summary).toMatchObject({ count: 3, shown: { mean: 4 } });
  expect([...(summary.shown?.texts ?? [])].sort()).toEqual(["Great talk", "More time, please"]);
  expect(JSON.stringify(summary)).not.toMatch(/@|registration/i);
  const other = await aRatedSession(db);
  const crossed = { ...reader, conference: other.conference } as SessionReader;
  expect(await findFeedbackSummary(db, crossed)).toMatchObject({ count: 0 });
});

test("belongs to the participant: in their data, and gone with the account", async ({ db }) => {
  const { conference, session } = await aRatedSession(db);
  const participant = await aParticipant(db, conference);
  await giveFeedback(db, participant, session.slug, good);
  const data = await findPersonalData(db, participant, "en");
  expect(data.feedback).toMatchObject([{ rating: 4, text: "Good", session: session.title }]);
  expect((await eraseAccount(db, participant as unknown as Person)).ok).toBe(true);
  expect(await db.$count(feedback, eq(feedback.sessionId, session.sessionId))).toBe(0);
  expect(await db.$count(registrations, eq(registrations.conferenceId, conference.id))).toBe(0);
  expect(await db.$count(conferences, eq(conferences.id, conference.id))).toBe(1);
});

test("what a rehearsal gave at a later moment is not given yet when its clock is set back", async ({
  db,
}) => {
  const { conference, session, reader } = await aRatedSession(db);
  const participant = await aParticipant(db, conference);
  const at = (now: string) => ({ ...conference, clockSetAt: new Date(now) });
  const back = { ...participant, conference: at("2019-05-14T11:00:00Z") } as typeof participant;
  await giveFeedback(db, participant, session.slug, good);
  expect((await findOwnFeedback(db, back, session.sessionId)).given).toBeNull();
  expect(
    await findFeedbackSummary(db, { ...reader, conference: back.conference } as typeof reader),
  ).toMatchObject({ count: 0 });
  // Given anew it counts as of then, and only once.
  expect((await giveFeedback(db, back, session.slug, { rating: 2, text: "" })).ok).toBe(true);
  expect(await giveFeedback(db, back, session.slug, good)).toMatchObject({ code: "feedback-given" });
  expect((await findOwnFeedback(db, participant, session.sessionId)).given).toEqual({ rating: 2, text: "" });
  expect(await findFeedbackSummary(db, reader)).toMatchObject({ count: 1 });
});

test("the agenda asks those with a place for what they have not said yet", async ({ db }) => {
  const { conference, session } = await aRatedSession(db);
  const participant = await aParticipant(db, conference);
  const waiting = await aParticipant(db, conference, { state: "waitlisted" });
  expect(await listRated(db, participant)).toEqual(new Set());
  expect(await listRated(db, waiting)).toBeNull();
  await giveFeedback(db, participant, session.slug, good);
  expect(await listRated(db, participant)).toEqual(new Set([session.sessionId]));
});
