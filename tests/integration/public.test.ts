import { desc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import {
  editions,
  news,
  pages,
  pageVersions,
  sessionSpeakers,
  sessions,
  speakers,
  topics,
} from "@/db/schema";
import { listEditions } from "@/lib/conferences/queries";
import { findNews, listNews } from "@/lib/news/queries";
import { findPage } from "@/lib/pages/queries";
import { findPlaceCount } from "@/lib/places/queries";
import { listProgramme, listRooms, listSpeakers } from "@/lib/programme/queries";
import { aConference, anInvitation, aProgramme, aRegistration, aRelease } from "@/tests/factories";
import { describe, expect, test } from "./test";

/** A conference with one of everything that a visitor can see, named after it. */
async function aFullConference(db: Database, name: string) {
  const conference = await aConference(db, { capacity: 10 });
  const conferenceId = conference.id;
  const one = <T>([row]: T[]) => {
    if (!row) throw new Error("a row was not written");
    return row;
  };
  await aProgramme(db, conference, {
    topics: [{ key: "topic", name: { en: `Topic ${name}`, de: `Thema ${name}` } }],
    sessions: [
      {
        slug: "session",
        title: `Session ${name}`,
        kind: "panel",
        topic: "topic",
        room: `Room ${name}`,
        speakers: [`Speaker ${name}`],
        moderators: [`Speaker ${name}`],
      },
    ],
  });
  await db.insert(editions).values({ conferenceId, edition: 1, year: 2008, place: name });
  const page = one(await db.insert(pages).values({ conferenceId, slug: "practical" }).returning());
  await db.insert(pageVersions).values([
    { pageId: page.id, locale: "en", version: 1, title: "Old", body: `Old text of ${name}` },
    { pageId: page.id, locale: "en", version: 2, title: "New", body: `New text of ${name}` },
    { pageId: page.id, locale: "de", version: 1, title: "Neu", body: `Neuer Text von ${name}` },
  ]);
  await db.insert(news).values([
    {
      conferenceId,
      slug: "out",
      title: { en: `Out ${name}` },
      body: { en: "It is out." },
      publishedAt: new Date("2019-03-20T08:00:00Z"),
    },
    {
      conferenceId,
      slug: "tomorrow",
      title: { en: "Tomorrow" },
      body: { en: "Not yet." },
      publishedAt: new Date("2019-03-20T08:00:00.001Z"),
    },
    { conferenceId, slug: "draft", title: { en: "Draft" }, body: { en: "Never." }, publishedAt: null },
  ]);
  return conference;
}

describe("what a visitor reads", () => {
  test("is of one conference alone, though another has the same addresses", async ({ db }) => {
    const ours = await aFullConference(db, "ours");
    await aFullConference(db, "theirs");

    const programme = await listProgramme(db, ours, "de");
    expect(programme).toHaveLength(1);
    expect(programme[0]).toMatchObject({
      title: "Session ours",
      topic: { name: "Thema ours" },
      room: { name: "Room ours" },
      speakers: [{ name: "Speaker ours" }],
      moderators: [{ name: "Speaker ours" }],
    });
    expect((await listSpeakers(db, ours, "en")).map(({ name }) => name)).toEqual(["Speaker ours"]);
    expect((await listRooms(db, ours)).map(({ name }) => name)).toEqual(["Room ours"]);
    expect((await listEditions(db, ours)).map(({ place }) => place)).toEqual(["ours"]);
    expect((await listNews(db, ours, "en")).map(({ title }) => title)).toEqual(["Out ours"]);
    expect((await findPage(db, ours, "practical", "en"))?.body).toBe("New text of ours");
  });

  test("of the news is what the conference's clock has reached: no draft, nothing of the next millisecond", async ({
    db,
  }) => {
    const conference = await aFullConference(db, "news");
    expect((await findNews(db, conference, "out", "en"))?.title).toBe("Out news");
    expect(await findNews(db, conference, "tomorrow", "en")).toBeUndefined();
    expect(await findNews(db, conference, "draft", "en")).toBeUndefined();
    const later = { ...conference, clockSetAt: new Date("2019-03-21T08:00:00Z") };
    expect((await listNews(db, later, "en")).map(({ slug }) => slug)).toEqual(["tomorrow", "out"]);
    const earlier = { ...conference, clockSetAt: new Date("2019-03-01T08:00:00Z") };
    expect(await listNews(db, earlier, "en")).toEqual([]);
  });

  test("of a page is the newest text in the reader's language, else in the conference's", async ({ db }) => {
    const conference = await aFullConference(db, "pages");
    expect(await findPage(db, conference, "practical", "de")).toMatchObject({ title: "Neu", locale: "de" });
    expect(await findPage(db, conference, "practical", "fr")).toMatchObject({ title: "New", locale: "en" });
    expect(await findPage(db, conference, "awards", "en")).toBeUndefined();
  });

  test("of the places is what nobody has and no valid code keeps", async ({ db }) => {
    const conference = await aFullConference(db, "places");
    const other = await aFullConference(db, "elsewhere");
    await aRegistration(db, conference, { state: "confirmed" });
    await aRegistration(db, conference, { state: "offered" });
    await aRegistration(db, conference, { state: "waitlisted" });
    await aRegistration(db, conference, { state: "cancelled" });
    await aRegistration(db, other, { state: "confirmed" });
    await anInvitation(db, conference, { places: 3 });
    await anInvitation(db, conference, { places: 3, expiresAt: new Date("2019-03-01T08:00:00Z") });
    const now = new Date("2019-03-20T08:00:00Z");
    expect(await findPlaceCount(db, conference.id, now)).toMatchObject({ capacity: 10, left: 5 });
  });
});

test("rows of a foreign conference cannot slip in through a topic or a speaker of theirs", async ({ db }) => {
  const ours = await aFullConference(db, "host");
  const theirs = await aFullConference(db, "guest");
  const [topic] = await db.select().from(topics).where(eq(topics.conferenceId, theirs.id));
  const [speaker] = await db.select().from(speakers).where(eq(speakers.conferenceId, theirs.id));
  const [session] = await db
    .update(sessions)
    .set({ topicId: topic?.id })
    .where(eq(sessions.conferenceId, ours.id))
    .returning();
  if (!session || !speaker) throw new Error("nothing to try it with");
  await db.insert(sessionSpeakers).values({ sessionId: session.id, speakerId: speaker.id, part: "speaker" });
  await aRelease(db, ours);
  const [read] = await listProgramme(db, ours, "en");
  expect(read?.topic).toBeNull();
  expect(read?.speakers.map(({ name }) => name)).toEqual(["Speaker host"]);
  // The rows are there: it is the query that keeps them out.
  const written = await db.select().from(sessionSpeakers).orderBy(desc(sessionSpeakers.position));
  expect(written.some(({ speakerId }) => speakerId === speaker.id)).toBe(true);
});
