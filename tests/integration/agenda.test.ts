import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { seats, sessionHosts, sessions, stars } from "@/db/schema";
import { findReleaseStamp, listAgenda } from "@/lib/agenda/queries";
import { tokenHash } from "@/lib/auth/hash";
import { makeFeed, renewFeed, revokeFeed } from "@/lib/feeds/mutations";
import { findFeed, findFeedByKey } from "@/lib/feeds/queries";
import { changeStars } from "@/lib/stars/mutations";
import { findMarks } from "@/lib/stars/queries";
import { aConference, aGuest, aParticipant, aProgramme, aRelease } from "@/tests/factories";
import { describe, expect, test } from "./test";

const plain = { add: [] as string[], remove: [] as string[] };

async function aDay(db: Database) {
  const conference = await aConference(db);
  const { sessions: rows } = await aProgramme(db, conference, {
    rooms: [{ name: "Hall", floor: "P1" }],
    sessions: [{ title: "First", room: "Hall" }, { title: "Second" }, { title: "Pause", kind: "break" }],
  });
  const [first, second, pause] = rows;
  if (!first || !second || !pause) throw new Error("The programme was not written");
  return { conference, guest: await aGuest(db, conference), first, second, pause };
}

describe("stars", () => {
  test("are set and taken, once, however often and however many at once", async ({ db }) => {
    const { guest, first, second } = await aDay(db);
    await Promise.all(
      Array.from({ length: 12 }, () => changeStars(db, guest, { ...plain, add: [first.id, second.id] })),
    );
    expect((await findMarks(db, guest)).stars.sort()).toEqual([first.id, second.id].sort());
    await Promise.all(
      Array.from({ length: 6 }, () => changeStars(db, guest, { ...plain, remove: [first.id] })),
    );
    expect((await findMarks(db, guest)).stars).toEqual([second.id]);
  });

  test("pass over breaks, drafts, other conferences and what is nothing", async ({ db }) => {
    const { conference, guest, first, pause } = await aDay(db);
    const elsewhere = await aDay(db);
    const { sessions: drafts } = await aProgramme(db, conference, { release: false });
    const add = [first.id, pause.id, elsewhere.first.id, drafts[0]?.id ?? "", crypto.randomUUID()];
    expect(await changeStars(db, guest, { ...plain, add })).toMatchObject({ ok: true });
    expect((await findMarks(db, guest)).stars).toEqual([first.id]);
    const rows = await db.select().from(stars).where(eq(stars.personId, guest.personId));
    expect(rows).toHaveLength(1);
  });

  test("are taken only where the person is, and only their own", async ({ db }) => {
    const { guest, first } = await aDay(db);
    const there = await aDay(db);
    const other = await aGuest(db, guest.conference);
    await changeStars(db, guest, { ...plain, add: [first.id] });
    await changeStars(db, { ...guest, conference: there.conference }, { ...plain, remove: [first.id] });
    await changeStars(db, other, { ...plain, remove: [first.id] });
    expect((await findMarks(db, guest)).stars).toEqual([first.id]);
    expect((await findMarks(db, other)).stars).toEqual([]);
  });

  test("have a limit that says when it ends", async ({ db }) => {
    const { guest } = await aDay(db);
    const results = [];
    for (let press = 0; press < 500; press++) {
      const result = await changeStars(db, guest, plain);
      results.push(result);
      if (!result.ok) break;
    }
    expect(results.at(-1)).toMatchObject({ ok: false, code: "too-many" });
  });
});

test("the marks name what one hosts, here and in the last release", async ({ db }) => {
  const { conference, guest, first } = await aDay(db);
  const there = await aDay(db);
  const { sessions: drafts } = await aProgramme(db, conference, { release: false });
  for (const id of [first.id, there.first.id, drafts[0]?.id ?? ""])
    await db.insert(sessionHosts).values({ sessionId: id, personId: guest.personId });
  expect((await findMarks(db, guest)).hosts).toEqual([first.id]);
  expect((await findMarks(db, await aGuest(db, conference))).hosts).toEqual([]);
});

describe("the agenda", () => {
  test("holds stars and seats as the last release has them, each session once", async ({ db }) => {
    const { conference, first, second } = await aDay(db);
    const participant = await aParticipant(db, conference);
    const { personId, registrationId } = participant;
    await db.insert(stars).values([{ conferenceId: conference.id, personId, sessionId: first.id }]);
    await db.insert(seats).values(
      [first, second].map(({ id }, index) => ({
        conferenceId: conference.id,
        sessionId: id,
        registrationId,
        state: index === 0 ? ("booked" as const) : ("waiting" as const),
        askedAt: new Date(),
        bookedAt: index === 0 ? new Date() : null,
      })),
    );
    const whose = { personId, conference };
    expect(await listAgenda(db, whose)).toMatchObject([
      { title: "First", room: "Hall", floor: "P1", starred: true, seat: "booked", cancelled: false },
      { title: "Second", room: null, starred: false, seat: "waiting" },
    ]);
    const before = await findReleaseStamp(db, conference);
    // The draft is nobody's agenda before it is published.
    await db.update(sessions).set({ title: "Moved" }).where(eq(sessions.id, first.id));
    await db.update(sessions).set({ removedAt: new Date() }).where(eq(sessions.id, second.id));
    expect((await listAgenda(db, whose)).map(({ title }) => title)).toEqual(["First", "Second"]);
    await db
      .update(seats)
      .set({ state: "cancelled", cancelReason: "session-cancelled" })
      .where(eq(seats.sessionId, second.id));
    await aRelease(db, conference);
    expect((await listAgenda(db, whose)).map(({ title }) => title)).toEqual(["Moved"]);
    expect((await findReleaseStamp(db, conference)).number).toBe(before.number + 1);
  });

  test("is nobody else's, and of this conference only", async ({ db }) => {
    const { guest, first } = await aDay(db);
    const there = await aDay(db);
    await changeStars(db, guest, { ...plain, add: [first.id] });
    expect(await listAgenda(db, there.guest)).toEqual([]);
    expect(await listAgenda(db, { ...guest, conference: there.conference })).toEqual([]);
    expect(await listAgenda(db, guest)).toHaveLength(1);
  });
});

describe("a feed", () => {
  const keyOfFeed = async (db: Database, guest: Parameters<typeof findFeed>[1]) =>
    (await findFeed(db, guest))?.key ?? "";

  test("is made once, renewed so that the old key is dead, and revoked at once", async ({ db }) => {
    const { guest } = await aDay(db);
    await Promise.all([1, 2, 3].map(() => makeFeed(db, guest, "fr")));
    const key = await keyOfFeed(db, guest);
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(await findFeedByKey(db, key)).toMatchObject({
      personId: guest.personId,
      locale: "fr",
      cancelled: false,
    });
    await renewFeed(db, guest, "de");
    const renewed = await keyOfFeed(db, guest);
    expect(renewed).not.toBe(key);
    expect(await findFeedByKey(db, key)).toBeUndefined();
    expect(await findFeedByKey(db, renewed)).toMatchObject({ locale: "de" });
    await revokeFeed(db, guest);
    expect(await findFeedByKey(db, renewed)).toBeUndefined();
    expect(await renewFeed(db, guest, "de")).toMatchObject({ ok: false, code: "not-found" });
  });

  test("is not opened by what stands in the database", async ({ db }) => {
    const { guest } = await aDay(db);
    await makeFeed(db, guest, "en");
    const [row] = await db.query.feeds.findMany({ where: (feed) => eq(feed.personId, guest.personId) });
    const key = await keyOfFeed(db, guest);
    expect(JSON.stringify(row)).not.toContain(key);
    expect(row?.keyHash).toBe(tokenHash(key));
    for (const found of [row?.keyHash ?? "", row?.sealedKey ?? "", "", "%"])
      expect(await findFeedByKey(db, found)).toBeUndefined();
  });

  test("of someone who cancelled says so; of someone who never registered it has the stars", async ({
    db,
  }) => {
    const { conference, guest } = await aDay(db);
    await makeFeed(db, guest, "en");
    expect(await findFeedByKey(db, await keyOfFeed(db, guest))).toMatchObject({ cancelled: false });
    const left = await aParticipant(db, conference, { state: "cancelled" });
    const whose = { ...guest, personId: left.personId, number: left.number };
    await makeFeed(db, whose, "en");
    expect(await findFeedByKey(db, await keyOfFeed(db, whose))).toMatchObject({ cancelled: true });
  });
});
