import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { persons, registrations, roles } from "@/db/schema";
import { changeMyself } from "@/lib/people/mutations";
import { findStanding } from "@/lib/people/queries";
import { listReaders } from "@/lib/publishing/queries";
import { register } from "@/lib/registrations/mutations";
import { aConference, aGuest, aPerson, aRegistration, asPerson } from "@/tests/factories";
import { describe, expect, test } from "./test";

test("the header knows who is registered and who organises, here and not elsewhere", async ({ db }) => {
  const [here, elsewhere] = [await aConference(db), await aConference(db)];
  const participant = await aRegistration(db, here);
  const gone = await aRegistration(db, here, { state: "cancelled" });
  const organiser = await aPerson(db);
  const helper = await aPerson(db);
  await db.insert(roles).values([
    { conferenceId: here.id, personId: organiser.id, role: "organiser" },
    { conferenceId: here.id, personId: helper.id, role: "staff" },
  ]);
  const standing = async (person: Parameters<typeof asPerson>[1], slug = here.slug) => {
    const { registered, organiser } = await findStanding(db, await asPerson(db, person), slug);
    return { registered, organiser };
  };
  expect(await standing(participant.person)).toEqual({ registered: true, organiser: false });
  expect(await standing(participant.person, elsewhere.slug)).toEqual({ registered: false, organiser: false });
  expect(await standing(gone.person)).toEqual({ registered: false, organiser: false });
  expect(await standing(organiser)).toEqual({ registered: false, organiser: true });
  expect(await standing(organiser, elsewhere.slug)).toEqual({ registered: false, organiser: false });
  expect(await standing(helper)).toEqual({ registered: false, organiser: false });
  expect(await standing(organiser, "no-such-conference")).toEqual({ registered: false, organiser: false });
});

describe("the language of one's mails is one", () => {
  const languages = async (db: Database, personId: string) => {
    const [person] = await db.select().from(persons).where(eq(persons.id, personId));
    const rows = await db.select().from(registrations).where(eq(registrations.personId, personId));
    return [person?.locale, ...rows.map(({ locale }) => locale)];
  };

  test("saved in the account, it is that of one's registrations too, and of nobody else's", async ({
    db,
  }) => {
    const conference = await aConference(db);
    const { person } = await aRegistration(db, conference);
    await aRegistration(db, await aConference(db), { person });
    const other = await aRegistration(db, conference);
    const me = await asPerson(db, person);
    await changeMyself(db, me, { givenName: "Ana", familyName: null, locale: "ro" });
    expect(await languages(db, person.id)).toEqual(["ro", "ro", "ro"]);
    expect(await languages(db, other.person.id)).toEqual(["en", "en"]);
  });

  test("is the one someone registers in, here and elsewhere", async ({ db }) => {
    const [here, elsewhere] = [await aConference(db), await aConference(db)];
    const guest = await aGuest(db, here);
    const [person] = await db.select().from(persons).where(eq(persons.id, guest.personId));
    await aRegistration(db, elsewhere, { person });
    const form = { typeId: here.types[0].id, givenName: "Ana", familyName: "Pop", country: "RO" };
    expect(await register(db, guest, form, { locale: "fr" })).toMatchObject({ ok: true });
    expect(await languages(db, guest.personId)).toEqual(["fr", "fr", "fr"]);
  });

  test("a mail about a release is in the language of the other mails of that conference", async ({ db }) => {
    const [conference, elsewhere] = [await aConference(db), await aConference(db)];
    const { person } = await aRegistration(db, conference, { locale: "de" });
    const of = async (where: { id: string }) =>
      (await listReaders(db, where, [person.id])).map(({ locale }) => locale);
    // An organiser may have corrected it for one conference.
    expect([await of(conference), await of(elsewhere)]).toEqual([["de"], ["en"]]);
  });
});
