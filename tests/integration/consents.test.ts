import { and, eq } from "drizzle-orm";
import { consents, givenConsents, invitations, registrations } from "@/db/schema";
import {
  addConsent,
  archiveConsent,
  changeConsent,
  moveConsent,
  removeConsent,
} from "@/lib/consents/mutations";
import { listConsents } from "@/lib/consents/queries";
import { addInvitation, revokeInvitation } from "@/lib/invitations/mutations";
import { listInvitations } from "@/lib/invitations/queries";
import { invitationState } from "@/lib/invitations/rules";
import { passOnPlaces } from "@/lib/offers/mutations";
import { aConference, aConsent, anInvitation, anOrganiser, aRegistration } from "@/tests/factories";
import { describe, expect, test } from "./test";

describe("a consent", () => {
  test("with a new wording has a new version; who agreed to the old one agreed to that", async ({ db }) => {
    const conference = await aConference(db);
    const organiser = await anOrganiser(db, conference);
    const consent = await aConsent(db, conference, { wording: "Photos are taken." });
    const { id: registrationId } = await aRegistration(db, conference);
    const given = { registrationId, consentVersionId: consent.version.id, givenAt: new Date() };
    await db.insert(givenConsents).values(given);
    const input = { version: 1, required: false, wording: { en: "Photos are taken and published." } };
    expect((await changeConsent(db, organiser, consent.id, input)).ok).toBe(true);
    const [listed] = await listConsents(db, organiser);
    expect(
      listed?.versions.map(({ version, wording, given: agreed }) => [version, wording.en, agreed]),
    ).toEqual([
      [2, "Photos are taken and published.", 0],
      [1, "Photos are taken.", 1],
    ]);
  });

  test("that only becomes required keeps its wording; two at once make one new version", async ({ db }) => {
    const conference = await aConference(db);
    const organiser = await anOrganiser(db, conference);
    const consent = await aConsent(db, conference, { wording: "A" });
    await changeConsent(db, organiser, consent.id, { version: 1, required: true, wording: { en: "A" } });
    const [listed] = await listConsents(db, organiser);
    expect(listed).toMatchObject({ version: 1, required: true });
    const save = (en: string) =>
      changeConsent(db, organiser, consent.id, { version: 1, required: true, wording: { en } });
    const results = await Promise.all([save("B"), save("C")]);
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      code: "changed-meanwhile",
      values: { version: "2" },
    });
  });

  test("that was given cannot vanish, not even when its giver cancelled", async ({ db }) => {
    const conference = await aConference(db);
    const organiser = await anOrganiser(db, conference);
    const consent = await aConsent(db, conference);
    const { id: registrationId } = await aRegistration(db, conference, { state: "cancelled" });
    const given = { registrationId, consentVersionId: consent.version.id, givenAt: new Date() };
    await db.insert(givenConsents).values(given);
    expect(await removeConsent(db, organiser, consent.id)).toMatchObject({ code: "consent-given" });
    expect((await archiveConsent(db, organiser, consent.id, true)).ok).toBe(true);
    const made = await addConsent(db, organiser, { version: 0, required: false, wording: { en: "B" } });
    expect(made.ok && (await removeConsent(db, organiser, made.data)).ok).toBe(true);
  });
});

describe("an invitation code", () => {
  const input = { code: "", label: "Speakers", places: 2, typeId: null, expiresAt: null };

  test("is drawn when none is typed, and typed ones are not doubled", async ({ db }) => {
    const [conference, other] = [await aConference(db), await aConference(db)];
    const organiser = await anOrganiser(db, conference);
    const drawn = await addInvitation(db, organiser, input);
    expect(drawn.ok && drawn.data.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect((await addInvitation(db, organiser, { ...input, code: "HOSTS" })).ok).toBe(true);
    expect(await addInvitation(db, organiser, { ...input, code: "HOSTS" })).toMatchObject({
      fields: { code: ["code-taken"] },
    });
    expect((await addInvitation(db, await anOrganiser(db, other), { ...input, code: "HOSTS" })).ok).toBe(
      true,
    );
  });

  test("that is revoked gives its unused places to those who wait", async ({ db }) => {
    const conference = await aConference(db, { capacity: 2 });
    const organiser = await anOrganiser(db, conference);
    const made = await addInvitation(db, organiser, { ...input, places: 2 });
    if (!made.ok) throw new Error("The code was not made");
    const [code] = await listInvitations(db, organiser);
    if (!code) throw new Error("The code is not listed");
    const guest = await aRegistration(db, conference, { invitationId: code.id });
    const waiting = await aRegistration(db, conference, { state: "waitlisted" });
    await db.transaction((tx) => passOnPlaces(tx, conference.id));
    const state = async (id: string) =>
      (await db.select({ state: registrations.state }).from(registrations).where(eq(registrations.id, id)))[0]
        ?.state;
    expect(await state(waiting.id)).toBe("waitlisted");
    expect((await listInvitations(db, organiser))[0]).toMatchObject({ used: 1, places: 2 });
    expect((await revokeInvitation(db, organiser, code.id)).ok).toBe(true);
    expect([await state(guest.id), await state(waiting.id)]).toEqual(["confirmed", "offered"]);
    expect(await revokeInvitation(db, organiser, code.id)).toMatchObject({ code: "not-found" });
  });

  test.each([
    [{}, "open"],
    [{ used: 2 }, "used-up"],
    [{ expiresAt: new Date("2019-03-20T08:00:00Z") }, "open"],
    [{ expiresAt: new Date("2019-03-20T07:59:59Z") }, "expired"],
    [{ expiresAt: new Date("2019-03-01T00:00:00Z"), revokedAt: new Date() }, "revoked"],
  ] as const)("with %j is %s", (fields, state) => {
    const now = new Date("2019-03-20T08:00:00Z");
    expect(invitationState({ revokedAt: null, expiresAt: null, places: 2, used: 0, ...fields }, now)).toBe(
      state,
    );
  });
});

test("ids of another conference are not found, and nothing there changes", async ({ db }) => {
  const [ours, theirs] = [await aConference(db), await aConference(db)];
  const organiser = await anOrganiser(db, ours);
  const consent = await aConsent(db, theirs);
  const invitation = await anInvitation(db, theirs);
  const change = { version: 1, required: true, wording: { en: "X" } };
  const typeId = theirs.types[0].id;
  const results = [
    await changeConsent(db, organiser, consent.id, change),
    await archiveConsent(db, organiser, consent.id, true),
    await removeConsent(db, organiser, consent.id),
    await moveConsent(db, organiser, consent.id, "up"),
    await revokeInvitation(db, organiser, invitation.id),
    await addInvitation(db, organiser, { code: "", label: "", places: 1, typeId, expiresAt: null }),
  ];
  expect(results.map((result) => (result.ok ? "done" : result.code))).toEqual(results.map(() => "not-found"));
  expect(await db.$count(consents, and(eq(consents.id, consent.id), eq(consents.required, false)))).toBe(1);
  const [row] = await db.select().from(invitations).where(eq(invitations.id, invitation.id));
  expect(row).toEqual(invitation);
});
