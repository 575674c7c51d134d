import { and, eq } from "drizzle-orm";
import {
  conferences,
  consentVersions,
  editions,
  outbox,
  owners,
  persons,
  registrations,
  roles,
  topics,
} from "@/db/schema";
import { findConference } from "@/lib/conferences/queries";
import { listConsents } from "@/lib/consents/queries";
import { makeConference, makeNextEdition } from "@/lib/editions/mutations";
import { savePageVersion } from "@/lib/pages/mutations";
import { findPage } from "@/lib/pages/queries";
import { listParticipantTypes } from "@/lib/participant-types/queries";
import { listQuestions } from "@/lib/questions/queries";
import { addOwner, giveRole, removeOwner, takeRole } from "@/lib/roles/mutations";
import { listRoles } from "@/lib/roles/queries";
import {
  aConference,
  aConsent,
  anOrganiser,
  anOwner,
  aPerson,
  aQuestion,
  aRegistration,
} from "@/tests/factories";
import { describe, expect, test } from "./test";

describe("roles", () => {
  test("are given to an address, which becomes a person and gets one mail, however often", async ({ db }) => {
    const conference = await aConference(db, { mode: "live" });
    const organiser = await anOrganiser(db, conference);
    const email = "new-helper@example.com";
    const give = () => giveRole(db, organiser, { email, role: "staff" }, "fr");
    const results = await Promise.all([give(), give(), give()]);
    expect(results.map((result) => result.ok && result.data.already).sort()).toEqual([false, true, true]);
    const [person] = await db.select().from(persons).where(eq(persons.email, email));
    expect(person).toMatchObject({ locale: "fr", emailVerifiedAt: null });
    const mails = await db.select().from(outbox).where(eq(outbox.recipient, email));
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ kind: "role-given", locale: "fr" });
    expect(mails[0]?.text).toContain(`/fr/${conference.slug}`);
    expect((await listRoles(db, organiser)).map(({ role }) => role)).toEqual(["organiser", "staff"]);
  });

  test("are taken away at this conference only", async ({ db }) => {
    const [ours, theirs] = [await aConference(db), await aConference(db)];
    const organiser = await anOrganiser(db, ours);
    const person = await aPerson(db);
    await db.insert(roles).values({ conferenceId: theirs.id, personId: person.id, role: "staff" });
    const take = () => takeRole(db, organiser, { personId: person.id, role: "staff" });
    expect(await take()).toMatchObject({ code: "not-found" });
    await giveRole(db, organiser, { email: person.email, role: "staff" }, "en");
    expect((await take()).ok).toBe(true);
    const left = await db.select().from(roles).where(eq(roles.personId, person.id));
    expect(left.map(({ conferenceId }) => conferenceId)).toEqual([theirs.id]);
  });

  test("an owner always stays", async ({ db }) => {
    await db.delete(owners).catch(() => undefined);
    const owner = await anOwner(db);
    const others = (await db.select().from(owners)).filter(({ personId }) => personId !== owner.personId);
    for (const { personId } of others) await removeOwner(db, owner, personId);
    expect(await removeOwner(db, owner, owner.personId)).toMatchObject({ code: "last-owner" });
    expect(await addOwner(db, owner, { email: "second@example.com" }, "de")).toMatchObject({
      data: { already: false },
    });
    expect((await removeOwner(db, owner, owner.personId)).ok).toBe(true);
    expect(await db.$count(owners)).toBe(1);
  });
});

describe("a new conference", () => {
  const first = {
    name: "First",
    shortName: "F",
    startsOn: "2030-05-14",
    endsOn: "2030-05-16",
    timeZone: "Europe/Bucharest",
    locale: "en" as const,
    capacity: 50,
  };

  test("begins in rehearsal, with a participant type in every language, at an address of its own", async ({
    db,
  }) => {
    const owner = await anOwner(db);
    const make = () => makeConference(db, owner, { ...first, slug: "first-2030" });
    const results = await Promise.all([make(), make()]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ fields: { slug: ["slug-taken"] } });
    const made = await findConference(db, "first-2030");
    if (!made) throw new Error("The conference is not there");
    expect(made).toMatchObject({ mode: "rehearsal", clockSetAt: null, isDemonstration: false });
    const organiser = await anOrganiser(db, made);
    const [type] = await listParticipantTypes(db, organiser);
    expect(Object.keys(type?.name ?? {}).sort()).toEqual(["de", "en", "fr", "ro"]);
  });

  test("made from an earlier one has its settings, windows, pages, types and questions, not its people", async ({
    db,
  }) => {
    const owner = await anOwner(db);
    const from = await aConference(db, {
      edition: 6,
      venueCity: "Bucharest",
      isDemonstration: true,
      theme: { en: "Bridge" },
      types: [{ name: { en: "Cluster" } }, { name: { en: "Press" } }, { archivedAt: new Date() }],
      windows: {
        registration: {
          opensAt: new Date("2019-02-15T07:00:00Z"),
          closesAt: new Date("2019-04-24T20:59:59Z"),
        },
      },
    });
    const organiser = await anOrganiser(db, from);
    const press = from.types[1];
    if (!press) throw new Error("The factory made one type only");
    await aQuestion(db, from, { label: { en: "Which paper?" }, typeIds: [press.id] });
    await aQuestion(db, from, { archivedAt: new Date() });
    const consent = await aConsent(db, from, { wording: "Old" });
    await db.insert(consentVersions).values({ consentId: consent.id, version: 2, wording: { en: "New" } });
    await db.insert(topics).values({ conferenceId: from.id, key: "t", name: { en: "Topic" }, colour: 1 });
    await aRegistration(db, from);
    const page = { slug: "practical", locale: "en" } as const;
    await savePageVersion(db, organiser, page, { base: 0, title: "P", body: "First" });
    await savePageVersion(db, organiser, page, { base: 1, title: "P", body: "Newest" });

    const result = await makeNextEdition(db, owner, {
      from: from.slug,
      slug: "next-2020",
      name: "Next",
      shortName: "N20",
      startsOn: "2020-05-12",
      endsOn: "2020-05-13",
    });
    expect(result).toMatchObject({ ok: true });
    const made = await findConference(db, "next-2020");
    if (!made) throw new Error("The edition is not there");
    expect(made).toMatchObject({
      edition: 7,
      theme: { en: "Bridge" },
      mode: "rehearsal",
      clockSetAt: null,
      isDemonstration: false,
      startsOn: "2020-05-12",
    });
    // 364 days later: the opening falls into winter time as before, and keeps its hour.
    expect(made.windows.registration).toEqual({
      opensAt: new Date("2020-02-14T07:00:00Z"),
      closesAt: new Date("2020-04-22T20:59:59Z"),
    });
    const next = await anOrganiser(db, made);
    const types = await listParticipantTypes(db, next);
    expect(types.map(({ name }) => name.en)).toEqual(["Cluster", "Press"]);
    expect(await listQuestions(db, next)).toMatchObject([
      { label: { en: "Which paper?" }, typeIds: [types[1]?.id] },
    ]);
    expect(await listConsents(db, next)).toMatchObject([{ version: 1, wording: { en: "New" } }]);
    expect((await findPage(db, made, "practical", "en"))?.body).toBe("Newest");
    expect(await db.$count(topics, eq(topics.conferenceId, made.id))).toBe(1);
    expect(await db.$count(registrations, eq(registrations.conferenceId, made.id))).toBe(0);
    const held = and(eq(roles.conferenceId, made.id), eq(roles.personId, organiser.personId));
    expect(await db.$count(roles, held)).toBe(0);
    expect(await db.select().from(editions).where(eq(editions.conferenceId, made.id))).toMatchObject([
      { edition: 6, year: 2019, place: "Bucharest" },
    ]);
    expect(await db.$count(conferences, eq(conferences.slug, from.slug))).toBe(1);
  });
});
