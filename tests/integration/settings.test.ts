import { eq, sql } from "drizzle-orm";
import { auditEntries, conferences, registrations } from "@/db/schema";
import { changePlaces, changeSettings, changeWindows } from "@/lib/conferences/mutations";
import { findConference, findEarlierClock } from "@/lib/conferences/queries";
import { passOnPlaces } from "@/lib/offers/mutations";
import { goLive, moveClock } from "@/lib/rehearsals/mutations";
import { aConference, anOrganiser, aRegistration } from "@/tests/factories";
import { describe, expect, test } from "./test";

const settings = {
  name: "Clusters of Europe",
  shortName: "CE",
  edition: 7,
  startsOn: "2019-06-01",
  endsOn: "2019-06-02",
  timeZone: "Europe/Paris",
  locale: "fr" as const,
  hashtag: null,
  venueName: "",
  venueAddress: "",
  venueCity: "Paris",
  venueCountry: "FR",
  organisers: ["A"],
  partners: [],
  contactEmail: null,
  theme: { fr: "Ensemble" },
  fee: {},
};

describe("settings", () => {
  test("are saved at this conference only, and the log names what changed", async ({ db }) => {
    const [ours, theirs] = [await aConference(db), await aConference(db)];
    const organiser = await anOrganiser(db, ours);
    expect(await changeSettings(db, organiser, { version: ours.updatedAt, settings })).toMatchObject({
      ok: true,
    });
    expect(await findConference(db, ours.slug)).toMatchObject(settings);
    expect((await findConference(db, theirs.slug))?.name).toBe(theirs.name);
    const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.conferenceId, ours.id));
    expect(entry).toMatchObject({ action: "conference.changed", actorNumber: organiser.number });
    expect(entry?.detail.fields).toContain("timeZone");
  });

  test("of two who save at once the second is told, and may save again knowingly", async ({ db }) => {
    const conference = await aConference(db);
    const organiser = await anOrganiser(db, conference);
    const version = conference.updatedAt;
    const save = (name: string) =>
      changeSettings(db, organiser, { version, settings: { ...settings, name } });
    const results = await Promise.all([save("One"), save("Two")]);
    const refused = results.find((result) => !result.ok);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(refused).toMatchObject({ code: "changed-meanwhile" });
    const now = await findConference(db, conference.slug);
    expect(refused).toMatchObject({ values: { version: now?.updatedAt.toISOString() } });
  });

  test("a moved clock does not make a form old", async ({ db }) => {
    const conference = await aConference(db);
    const organiser = await anOrganiser(db, conference);
    await moveClock(db, organiser, new Date("2019-05-14T06:00:00Z"));
    const result = await changeSettings(db, organiser, { version: conference.updatedAt, settings });
    expect(result.ok).toBe(true);
  });

  test("windows are written, emptied, and not written when nothing changed", async ({ db }) => {
    const conference = await aConference(db);
    const organiser = await anOrganiser(db, conference);
    const opensAt = new Date("2019-03-31T01:30:00Z");
    const wanted = [
      { module: "registration" as const, opensAt, closesAt: null },
      { module: "ideas" as const, opensAt: null, closesAt: null },
      { module: "meetings" as const, ...conference.windows.meetings },
    ];
    expect((await changeWindows(db, organiser, { version: conference.updatedAt, windows: wanted })).ok).toBe(
      true,
    );
    const changed = await findConference(db, conference.slug);
    expect(changed?.windows.registration).toEqual({ opensAt, closesAt: null });
    expect(changed?.windows.ideas).toEqual({ opensAt: null, closesAt: null });
    expect(changed?.windows.meetings).toEqual(conference.windows.meetings);
    const stale = await changeWindows(db, organiser, { version: conference.updatedAt, windows: wanted });
    expect(stale).toMatchObject({ ok: false, code: "changed-meanwhile" });
  });
});

describe("places", () => {
  test("more of them go to those who wait, in order of arrival", async ({ db }) => {
    const conference = await aConference(db, { capacity: 1 });
    const organiser = await anOrganiser(db, conference);
    await aRegistration(db, conference);
    const first = await aRegistration(db, conference, { state: "waitlisted" });
    const second = await aRegistration(db, conference, { state: "waitlisted" });
    await db.transaction((tx) => passOnPlaces(tx, conference.id));
    const data = { version: conference.updatedAt, capacity: 2, offerHours: 24, sure: false };
    expect((await changePlaces(db, organiser, data)).ok).toBe(true);
    const states = await db
      .select({ id: registrations.id, state: registrations.state })
      .from(registrations)
      .where(eq(registrations.conferenceId, conference.id));
    expect(states).toContainEqual({ id: first.id, state: "offered" });
    expect(states).toContainEqual({ id: second.id, state: "waitlisted" });
  });

  test("fewer than are taken is asked first, and then takes nothing from anyone", async ({ db }) => {
    const conference = await aConference(db, { capacity: 3 });
    const organiser = await anOrganiser(db, conference);
    await aRegistration(db, conference);
    await aRegistration(db, conference);
    const data = { version: conference.updatedAt, capacity: 1, offerHours: 48 };
    expect(await changePlaces(db, organiser, { ...data, sure: false })).toMatchObject({
      code: "capacity-below-taken",
      params: { taken: 2, capacity: 1 },
    });
    expect((await changePlaces(db, organiser, { ...data, sure: true })).ok).toBe(true);
    const confirmed = sql`${registrations.conferenceId} = ${conference.id} and ${registrations.state} = 'confirmed'`;
    expect(await db.$count(registrations, confirmed)).toBe(2);
  });
});

describe("the clock", () => {
  test("moves, remembers where it stood, and follows real time again", async ({ db }) => {
    const [ours, theirs] = [await aConference(db), await aConference(db)];
    const organiser = await anOrganiser(db, ours);
    const to = new Date("2019-05-15T10:30:00Z");
    expect((await moveClock(db, organiser, to)).ok).toBe(true);
    expect((await findConference(db, ours.slug))?.clockSetAt).toEqual(to);
    expect((await findConference(db, theirs.slug))?.clockSetAt).toEqual(theirs.clockSetAt);
    expect(await findEarlierClock(db, ours)).toEqual({ at: ours.clockSetAt });
    await moveClock(db, organiser, null);
    expect((await findConference(db, ours.slug))?.clockSetAt).toBeNull();
    expect(await findEarlierClock(db, ours)).toEqual({ at: to });
  });

  test("of a live conference cannot be set", async ({ db }) => {
    const live = await aConference(db, { mode: "live" });
    const organiser = await anOrganiser(db, live);
    expect(await moveClock(db, organiser, new Date())).toMatchObject({ code: "clock-live" });
  });

  test("is given up for good with the name of the conference, typed", async ({ db }) => {
    const conference = await aConference(db, { name: "Conférence des Clusters" });
    const organiser = await anOrganiser(db, conference);
    expect(await goLive(db, organiser, { name: "another" })).toMatchObject({
      fields: { name: ["name-differs"] },
    });
    expect((await goLive(db, organiser, { name: "conférence des clusters " })).ok).toBe(true);
    const [row] = await db.select().from(conferences).where(eq(conferences.id, conference.id));
    expect(row).toMatchObject({ mode: "live", clockSetAt: null });
    expect(await goLive(db, organiser, { name: conference.name })).toMatchObject({ code: "already-live" });
    const entries = await db.select().from(auditEntries).where(eq(auditEntries.conferenceId, conference.id));
    expect(entries.map(({ action }) => action)).toEqual(["conference.went-live"]);
  });
});
