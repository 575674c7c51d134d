import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import {
  auditEntries,
  conferences,
  outbox,
  releasedSessions,
  releases,
  rooms,
  seats,
  sessions,
  stars,
} from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import { restoreDraft } from "@/lib/draft-restores/mutations";
import { listProgramme } from "@/lib/programme/queries";
import { publish } from "@/lib/publishing/mutations";
import { stateOf } from "@/lib/publishing/queries";
import { previewPublishing } from "@/lib/release-previews/mutations";
import { countReleases, findCurrentRelease, listReleases, readDraft } from "@/lib/releases/queries";
import { aConference, anOrganiser, aPerson, aProgramme, aRegistration, aRelease } from "@/tests/factories";
import { describe, expect, test } from "./test";

type Source = Parameters<typeof publish>[2];

/** Looks at the preview, then publishes what it showed. */
async function look(db: Database, organiser: Organiser, source: Source = "draft", name = "Next") {
  const preview = await previewPublishing(db, organiser, source);
  if (!preview.ok) return preview;
  return publish(db, organiser, source, { name, note: "", seen: preview.data.seen });
}

const move = (db: Database, id: string, set: Partial<typeof sessions.$inferInsert>) =>
  db.update(sessions).set(set).where(eq(sessions.id, id));

async function aPublished(db: Database) {
  const conference = await aConference(db);
  const organiser = await anOrganiser(db, conference);
  const programme = await aProgramme(db, conference, {
    rooms: [{ name: "Hall" }, { name: "Attic" }],
    sessions: [
      { title: "Opening", slug: "opening", room: "Hall" },
      { title: "Workshop", slug: "workshop", room: "Attic", seats: 2 },
      { title: "Closing", slug: "closing", room: "Hall" },
    ],
  });
  const [opening, workshop, closing] = programme.sessions;
  if (!opening || !workshop || !closing) throw new Error("three sessions were asked for");
  return { conference, organiser, programme, opening, workshop, closing };
}

const mailsOf = (db: Database, conferenceId: string) =>
  db
    .select()
    .from(outbox)
    .where(and(eq(outbox.conferenceId, conferenceId), eq(outbox.kind, "release-changes")))
    .orderBy(outbox.recipient);

describe("publishing", () => {
  test("shows the public the draft, and only then", async ({ db }) => {
    const { conference, organiser, opening } = await aPublished(db);
    await move(db, opening.id, { title: "Grand opening" });
    const titles = async () => (await listProgramme(db, conference, "en")).map(({ title }) => title);
    expect(await titles()).toEqual(["Opening", "Workshop", "Closing"]);
    expect(await look(db, organiser)).toMatchObject({ ok: true, data: { number: 2, mails: 0 } });
    expect(await titles()).toEqual(["Grand opening", "Workshop", "Closing"]);
    const [entry] = await db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.conferenceId, conference.id), eq(auditEntries.action, "release.published")));
    expect(entry).toMatchObject({ actorNumber: organiser.number, detail: { number: 2, changes: 1 } });
  });

  test("needs a change, and a session", async ({ db }) => {
    const { conference, organiser } = await aPublished(db);
    expect(await look(db, organiser)).toMatchObject({ ok: false, code: "nothing-to-publish" });
    await db.update(sessions).set({ removedAt: new Date() }).where(eq(sessions.conferenceId, conference.id));
    expect(await look(db, organiser)).toMatchObject({ ok: false, code: "release-empty" });
    expect(await listReleases(db, organiser)).toHaveLength(1);
  });

  test("is refused when the draft changed after it was looked at", async ({ db }) => {
    const { organiser, opening, closing } = await aPublished(db);
    await move(db, opening.id, { title: "Grand opening" });
    const preview = await previewPublishing(db, organiser, "draft");
    if (!preview.ok) throw new Error(preview.code);
    await move(db, closing.id, { title: "Grand closing" });
    const values = { name: "Blind", note: "", seen: preview.data.seen };
    expect(await publish(db, organiser, "draft", values)).toMatchObject({ ok: false, code: "draft-changed" });
    expect(await listReleases(db, organiser)).toHaveLength(1);
  });

  test("is refused when someone would lose a seat who was not shown, and takes nothing", async ({ db }) => {
    const { conference, organiser, workshop } = await aPublished(db);
    const book = async () => {
      const { id: registrationId } = await aRegistration(db, conference);
      const at = { askedAt: new Date(), bookedAt: new Date() };
      await db.insert(seats).values({
        conferenceId: conference.id,
        sessionId: workshop.id,
        registrationId,
        state: "booked",
        ...at,
      });
    };
    await book();
    await move(db, workshop.id, { cancelledAt: new Date() });
    const preview = await previewPublishing(db, organiser, "draft");
    if (!preview.ok) throw new Error(preview.code);
    await book();
    const values = { name: "Blind", note: "", seen: preview.data.seen };
    expect(await publish(db, organiser, "draft", values)).toMatchObject({ ok: false, code: "seats-changed" });
    expect(await listReleases(db, organiser)).toHaveLength(1);
    const states = await db.select().from(seats).where(eq(seats.sessionId, workshop.id));
    expect(states.map(({ state }) => state)).toEqual(["booked", "booked"]);
    expect(await mailsOf(db, conference.id)).toEqual([]);
    expect(await look(db, organiser)).toMatchObject({ ok: true, data: { number: 2, mails: 2 } });
  });

  test("by two organisers at once makes one release, and the other is told", async ({ db }) => {
    const { conference, organiser, opening } = await aPublished(db);
    const other = await anOrganiser(db, conference);
    await move(db, opening.id, { title: "Grand opening" });
    const preview = await previewPublishing(db, organiser, "draft");
    if (!preview.ok) throw new Error(preview.code);
    const values = { name: "Twice", note: "", seen: preview.data.seen };
    const results = await Promise.all([
      publish(db, organiser, "draft", values),
      publish(db, other, "draft", values),
      publish(db, other, "draft", values),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await listReleases(db, organiser)).map(({ number }) => number)).toEqual([2, 1]);
  });

  test("touches nothing of another conference", async ({ db }) => {
    const theirs = await aPublished(db);
    const { organiser, opening } = await aPublished(db);
    await move(db, opening.id, { cancelledAt: new Date() });
    await move(db, theirs.opening.id, { title: "Not yet" });
    const rows = () =>
      db.select().from(releasedSessions).where(eq(releasedSessions.conferenceId, theirs.conference.id));
    const before = await rows();
    await look(db, organiser);
    expect(await rows()).toEqual(before);
    expect(await look(db, organiser, { number: 1 }, "Back")).toMatchObject({ ok: true });
    expect((await listProgramme(db, theirs.conference, "en"))[0]?.title).toBe("Opening");
  });

  test("two sessions may swap their addresses", async ({ db }) => {
    const { conference, organiser, opening, closing } = await aPublished(db);
    await move(db, opening.id, { slug: "other" });
    await move(db, closing.id, { slug: "opening" });
    await move(db, opening.id, { slug: "closing" });
    expect(await look(db, organiser)).toMatchObject({ ok: true });
    const rows = await db
      .select({ id: releasedSessions.sessionId, slug: releasedSessions.slug })
      .from(releasedSessions)
      .where(eq(releasedSessions.conferenceId, conference.id));
    expect(rows).toContainEqual({ id: opening.id, slug: "closing" });
    expect(rows).toContainEqual({ id: closing.id, slug: "opening" });
  });

  test("lists fifty releases a page, each with the number of its sessions", async ({ db }) => {
    const { conference, organiser, opening } = await aPublished(db);
    await move(db, opening.id, { removedAt: new Date() });
    for (let number = 2; number <= 52; number += 1) await aRelease(db, conference, `Release ${number}`);
    const first = await listReleases(db, organiser, 1);
    expect([first.length, first[0]?.number, first.at(-1)?.number]).toEqual([50, 52, 3]);
    expect((await listReleases(db, organiser, 2)).map(({ number, sessions: of }) => [number, of])).toEqual([
      [2, 2],
      [1, 3],
    ]);
    expect(await countReleases(db, organiser)).toBe(52);
  });

  test("a release is never changed", async ({ db }) => {
    const { conference } = await aPublished(db);
    await expect(
      db.update(releases).set({ name: "Another" }).where(eq(releases.conferenceId, conference.id)),
    ).rejects.toThrow();
  });
});

describe("who is told", () => {
  test("whoever starred or holds a seat, once, of all that changed, in their language", async ({ db }) => {
    const { conference, organiser, programme, opening, workshop, closing } = await aPublished(db);
    const attic = programme.rooms.find(({ name }) => name === "Attic");
    const fan = await aPerson(db, { email: "a-fan@example.com", locale: "fr" });
    const other = await aPerson(db, { email: "b-other@example.com" });
    const conferenceId = conference.id;
    await db.insert(stars).values([
      { conferenceId, personId: fan.id, sessionId: opening.id },
      { conferenceId, personId: fan.id, sessionId: closing.id },
      { conferenceId, personId: other.id, sessionId: workshop.id },
    ]);
    const { id: registrationId } = await aRegistration(db, conference, { person: fan });
    const seat = { conferenceId, registrationId, askedAt: new Date() };
    await db.insert(seats).values({ ...seat, sessionId: closing.id, state: "waiting" });
    await move(db, opening.id, {
      startsAt: new Date("2019-05-14T06:30:00Z"),
      endsAt: new Date("2019-05-14T07:30:00Z"),
      roomId: attic?.id,
    });
    await move(db, closing.id, { cancelledAt: new Date() });
    await move(db, workshop.id, { title: "Workshop with another title" });
    expect(await look(db, organiser)).toMatchObject({ ok: true, data: { mails: 1 } });
    const mails = await mailsOf(db, conferenceId);
    expect(mails.map(({ recipient, locale, state }) => [recipient, locale, state])).toEqual([
      ["a-fan@example.com", "fr", "kept"],
    ]);
    const text = mails[0]?.text ?? "";
    expect(text).toContain("Nouvel horaire : mar. 14 mai, 09:30–10:30 (avant : mar. 14 mai, 09:00–10:00)");
    expect(text).toContain("Nouvelle salle : Attic (avant : Hall)");
    expect(text).toContain("Closing\nAnnulée.");
    expect(text).toContain("Votre place, ou votre rang");
  });

  // As the page says where a session is removed.
  test("whoever starred a session that goes; the star is kept for the day it comes back, the place in line is not", async ({
    db,
  }) => {
    const { conference, organiser, workshop } = await aPublished(db);
    const conferenceId = conference.id;
    const fan = await aPerson(db, { email: "fan@example.com" });
    const { id: registrationId } = await aRegistration(db, conference, { person: fan });
    await db.insert(stars).values({ conferenceId, personId: fan.id, sessionId: workshop.id });
    await db.insert(seats).values({
      conferenceId,
      registrationId,
      sessionId: workshop.id,
      state: "waiting",
      askedAt: new Date(),
    });
    await move(db, workshop.id, { removedAt: new Date() });
    expect(await look(db, organiser)).toMatchObject({ ok: true, data: { mails: 1 } });
    await move(db, workshop.id, { removedAt: null });
    expect(await look(db, organiser, "draft", "Back")).toMatchObject({ ok: true });
    expect(await db.$count(stars, eq(stars.personId, fan.id))).toBe(1);
    const [seat] = await db.select().from(seats).where(eq(seats.registrationId, registrationId));
    expect(seat?.state).toBe("cancelled");
  });

  test("who moves up in several sessions, and starred one that moves, in one mail", async ({ db }) => {
    const { conference, organiser, opening, workshop, closing } = await aPublished(db);
    const conferenceId = conference.id;
    await move(db, closing.id, { seats: 1 });
    await look(db, organiser);
    const { id: registrationId, person } = await aRegistration(db, conference);
    const { id: otherId, person: other } = await aRegistration(db, conference);
    const waiting = { conferenceId, state: "waiting" as const, askedAt: new Date() };
    await db.insert(seats).values([
      { ...waiting, registrationId, sessionId: workshop.id },
      { ...waiting, registrationId, sessionId: closing.id },
      { ...waiting, registrationId: otherId, sessionId: workshop.id },
    ]);
    await db.insert(stars).values({ conferenceId, personId: person.id, sessionId: opening.id });
    await move(db, opening.id, { startsAt: new Date("2019-05-14T03:00:00Z") });
    const preview = await previewPublishing(db, organiser, "draft");
    expect(preview).toMatchObject({ data: { mails: 2 } });
    expect(await look(db, organiser)).toMatchObject({ ok: true, data: { mails: 2 } });
    const mails = await db
      .select()
      .from(outbox)
      .where(and(eq(outbox.conferenceId, conferenceId), inArray(outbox.personId, [person.id, other.id])));
    expect(mails.map(({ personId }) => personId).sort()).toEqual([person.id, other.id].sort());
    const [theirs, others] = [person, other].map(({ id }) => mails.find(({ personId }) => personId === id));
    expect(theirs?.subject).toMatch(/: 3 sessions of yours have changed/);
    expect(theirs?.text).toContain("Opening\nNew time:");
    expect(theirs?.text).toContain("Workshop\nTue 14 May, 11:00–12:00 · Attic\nYou moved up");
    expect(theirs?.text).toContain("Closing\nTue 14 May, 13:00–14:00 · Hall\nYou moved up");
    expect(others?.subject).toMatch(/: you have a seat$/);
  });

  test("nobody, of what was over before and is over after", async ({ db }) => {
    const { conference, organiser, opening, closing } = await aPublished(db);
    const person = await aPerson(db);
    for (const { id } of [opening, closing])
      await db.insert(stars).values({ conferenceId: conference.id, personId: person.id, sessionId: id });
    // Opening ended at 10:00, closing begins at 13:00, in Bucharest.
    await db
      .update(conferences)
      .set({ mode: "rehearsal", clockSetAt: new Date("2019-05-14T08:00:00Z") })
      .where(eq(conferences.id, conference.id));
    const [room] = await db
      .select({ roomId: rooms.id })
      .from(rooms)
      .where(and(eq(rooms.conferenceId, conference.id), eq(rooms.name, "Attic")));
    await move(db, opening.id, { ...room });
    expect(await look(db, organiser)).toMatchObject({ ok: true, data: { mails: 0 } });
    await move(db, opening.id, { cancelledAt: new Date() });
    await move(db, closing.id, { ...room });
    expect(await look(db, organiser)).toMatchObject({ ok: true, data: { mails: 1 } });
    const [mail, ...more] = await mailsOf(db, conference.id);
    expect(more).toEqual([]);
    expect(mail?.text).toContain("Closing\nNew room");
    expect(mail?.text).not.toContain("Opening");
    // Out of the past into the time to come is news.
    await move(db, opening.id, {
      cancelledAt: null,
      startsAt: new Date("2019-05-14T15:00:00Z"),
      endsAt: new Date("2019-05-14T16:00:00Z"),
    });
    expect(await look(db, organiser)).toMatchObject({ ok: true, data: { mails: 1 } });
  });

  test("in both names of the zone, when the clocks change between the times", async ({ db }) => {
    const { conference, organiser, opening } = await aPublished(db);
    const person = await aPerson(db);
    await db
      .insert(stars)
      .values({ conferenceId: conference.id, personId: person.id, sessionId: opening.id });
    await move(db, opening.id, {
      startsAt: new Date("2019-11-14T07:00:00Z"),
      endsAt: new Date("2019-11-14T08:00:00Z"),
    });
    await look(db, organiser);
    const [mail] = await mailsOf(db, conference.id);
    expect(mail?.text).toContain("(GMT+3, GMT+2)");
  });

  test("nobody, when a room got another name", async ({ db }) => {
    const { conference, organiser, opening } = await aPublished(db);
    const person = await aPerson(db);
    await db
      .insert(stars)
      .values({ conferenceId: conference.id, personId: person.id, sessionId: opening.id });
    await db
      .update(rooms)
      .set({ name: "Great hall" })
      .where(eq(rooms.id, opening.roomId ?? ""));
    expect(await look(db, organiser)).toMatchObject({ ok: true, data: { mails: 0 } });
  });
});

describe("the preview", () => {
  test("says who would lose a seat, and changes nothing", async ({ db }) => {
    const { conference, organiser, workshop } = await aPublished(db);
    const conferenceId = conference.id;
    const [first, last] = [await aRegistration(db, conference), await aRegistration(db, conference)];
    for (const [index, { id: registrationId }] of [first, last].entries())
      await db.insert(seats).values({
        conferenceId,
        sessionId: workshop.id,
        registrationId,
        state: "booked",
        askedAt: new Date(),
        bookedAt: new Date(Date.parse("2019-03-01T08:00:00Z") + index),
      });
    await move(db, workshop.id, { seats: 1 });
    const preview = await previewPublishing(db, organiser, "draft");
    expect(preview).toMatchObject({
      ok: true,
      data: { mails: 1, effects: [{ registrationId: last.id, sessionId: workshop.id, effect: "waiting" }] },
    });
    expect(preview.ok && preview.data.names.get(last.id)).toBe(`${last.givenName} ${last.familyName}`);
    expect((await findCurrentRelease(db, conference))?.number).toBe(1);
    expect(await mailsOf(db, conferenceId)).toEqual([]);
    const standing = await db.select().from(seats).where(eq(seats.sessionId, workshop.id));
    expect(standing.map(({ state }) => state)).toEqual(["booked", "booked"]);
  });
});

describe("going back", () => {
  test("is a new release with the old content; the draft stays", async ({ db }) => {
    const { conference, organiser, opening } = await aPublished(db);
    const first = await findCurrentRelease(db, conference);
    await move(db, opening.id, { title: "Grand opening", removedAt: new Date() });
    await look(db, organiser);
    expect(await listProgramme(db, conference, "en")).toHaveLength(2);
    expect(await look(db, organiser, { number: 1 }, "As it was")).toMatchObject({ data: { number: 3 } });
    const now = await findCurrentRelease(db, conference);
    expect(now).toMatchObject({ number: 3, name: "As it was", content: first?.content });
    expect((await listProgramme(db, conference, "en")).map(({ title }) => title)).toContain("Opening");
    const [draft] = await db.select().from(sessions).where(eq(sessions.id, opening.id));
    expect(draft).toMatchObject({ title: "Grand opening", removedAt: expect.any(Date) });
  });

  test("to a release that is not there, or of another conference, is refused", async ({ db }) => {
    const { organiser } = await aPublished(db);
    const other = await aPublished(db);
    await move(db, other.opening.id, { title: "Theirs" });
    await look(db, other.organiser);
    expect(await look(db, organiser, { number: 2 })).toMatchObject({ ok: false, code: "not-found" });
  });
});

describe("putting the draft back", () => {
  const state = async (db: Database, organiser: Organiser, number: number) =>
    stateOf(await readDraft(db, organiser.conference), number);

  test("makes it say what the release said, whatever was changed, added and removed since", async ({
    db,
  }) => {
    const { conference, organiser, opening, closing, workshop } = await aPublished(db);
    const first = await findCurrentRelease(db, conference);
    await move(db, opening.id, { title: "Grand opening", slug: "closing-2", roomId: null });
    await move(db, closing.id, { removedAt: new Date(), slug: "opening" });
    await move(db, workshop.id, { cancelledAt: new Date() });
    await db
      .update(rooms)
      .set({ name: "Great hall" })
      .where(eq(rooms.id, closing.roomId ?? ""));
    await aProgramme(db, conference, {
      release: false,
      rooms: [{ name: "Hall" }],
      sessions: [{ slug: "closing", room: "Hall", speakers: ["Newcomer"], topic: "new" }],
    });
    const values = { number: 1, seen: await state(db, organiser, 1) };
    expect(await restoreDraft(db, organiser, { ...values, seen: "another" })).toMatchObject({
      code: "draft-changed",
    });
    expect(await restoreDraft(db, organiser, values)).toMatchObject({ ok: true });
    expect(await readDraft(db, conference)).toEqual(first?.content);
    const [row] = await db.select().from(sessions).where(eq(sessions.id, opening.id));
    expect(row?.version).toBeGreaterThan(opening.version);
    expect(await restoreDraft(db, organiser, values)).toMatchObject({ code: "nothing-to-restore" });
    // The public saw nothing of all this.
    expect((await findCurrentRelease(db, conference))?.number).toBe(1);
  });

  test("leaves other conferences alone", async ({ db }) => {
    const theirs = await aPublished(db);
    const { organiser, opening } = await aPublished(db);
    await move(db, theirs.opening.id, { title: "Theirs, changed" });
    await move(db, opening.id, { title: "Ours, changed" });
    const before = await readDraft(db, theirs.conference);
    await restoreDraft(db, organiser, { number: 1, seen: await state(db, organiser, 1) });
    expect(await readDraft(db, theirs.conference)).toEqual(before);
  });
});
