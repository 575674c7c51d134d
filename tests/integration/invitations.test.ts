import { eq, like } from "drizzle-orm";
import type { Database } from "@/db/client";
import { auditEntries, invitations, limits, registrations } from "@/db/schema";
import { InvitationInput } from "@/lib/invitations/input";
import { changeInvitation } from "@/lib/invitations/mutations";
import { register } from "@/lib/registrations/mutations";
import { wrongCodes } from "@/lib/registrations/rules";
import { aConference, aGuest, anInvitation, anOrganiser, aRegistration } from "@/tests/factories";
import { describe, expect, test } from "./test";

async function aCode(db: Database, places = 3, conferenceFields: Parameters<typeof aConference>[1] = {}) {
  const conference = await aConference(db, { types: [{}, {}], ...conferenceFields });
  const organiser = await anOrganiser(db, conference);
  const code = await anInvitation(db, conference, { places });
  const change = {
    version: code.updatedAt,
    label: code.label,
    places: code.places,
    typeId: code.typeId,
    expiresAt: code.expiresAt,
  };
  return { conference, organiser, code, change };
}

const rowOf = async (db: Database, id: string) =>
  (await db.select().from(invitations).where(eq(invitations.id, id)))[0];

describe("a change of an invitation code", () => {
  test("keeps the code and changes what it is good for, with an audit entry", async ({ db }) => {
    const { organiser, code, change, conference } = await aCode(db);
    const expiresAt = new Date("2019-04-30T18:00:00Z");
    const typeId = conference.types[1]?.id ?? null;
    const wanted = { ...change, label: "The press", places: 5, typeId, expiresAt };
    expect((await changeInvitation(db, organiser, code.id, wanted)).ok).toBe(true);
    expect(await rowOf(db, code.id)).toMatchObject({
      code: code.code,
      label: "The press",
      places: 5,
      typeId,
      expiresAt,
    });
    const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, code.id));
    expect(entry?.action).toBe("invitation.changed");
    // What stood in the form is no longer so.
    expect(await changeInvitation(db, organiser, code.id, wanted)).toMatchObject({
      code: "changed-meanwhile",
    });
  });

  test("never keeps fewer places than are used, nor another type once it was used", async ({ db }) => {
    const { organiser, code, change, conference } = await aCode(db, 3);
    for (const state of ["confirmed", "confirmed", "cancelled"] as const)
      await aRegistration(db, conference, { invitationId: code.id, state });
    expect(await changeInvitation(db, organiser, code.id, { ...change, places: 1 })).toMatchObject({
      fields: { places: ["places-below-used"] },
      params: { used: 2 },
    });
    const typeId = conference.types[1]?.id ?? null;
    expect(await changeInvitation(db, organiser, code.id, { ...change, typeId })).toMatchObject({
      fields: { typeId: ["type-of-used-code"] },
    });
    expect((await changeInvitation(db, organiser, code.id, { ...change, places: 2 })).ok).toBe(true);
  });

  test("passes the places it no longer keeps on to who waits", async ({ db }) => {
    const { organiser, code, change, conference } = await aCode(db, 2, { capacity: 2 });
    const waiting = await aRegistration(db, conference, { state: "waitlisted" });
    await changeInvitation(db, organiser, code.id, { ...change, label: "still two" });
    const state = async () =>
      (await db.select().from(registrations).where(eq(registrations.id, waiting.id)))[0]?.state;
    expect(await state()).toBe("waitlisted");
    const version = (await rowOf(db, code.id))?.updatedAt ?? null;
    await changeInvitation(db, organiser, code.id, { ...change, version, places: 1 });
    expect(await state()).toBe("offered");
  });

  test("is not for another conference's organiser, types of another, or a revoked code", async ({ db }) => {
    const { organiser, code, change } = await aCode(db);
    const other = await aConference(db);
    const stranger = await anOrganiser(db, other);
    expect(await changeInvitation(db, stranger, code.id, change)).toMatchObject({ code: "not-found" });
    const typeId = other.types[0].id;
    expect(await changeInvitation(db, organiser, code.id, { ...change, typeId })).toMatchObject({
      code: "not-found",
    });
    await db.update(invitations).set({ revokedAt: new Date() }).where(eq(invitations.id, code.id));
    expect(await changeInvitation(db, organiser, code.id, change)).toMatchObject({ code: "not-found" });
  });
});

test("a new code has at least six signs", () => {
  const reads = (code: string) =>
    InvitationInput("Europe/Bucharest").safeParse({ code, places: "3" }).success;
  expect(["", "PRESS", "PRESS1"].map(reads)).toEqual([true, false, true]);
});

describe("invitation codes that are guessed", () => {
  const form = (typeId: string, invitation: string) => ({
    typeId,
    givenName: "Ana",
    familyName: "Pop",
    country: "RO",
    invitation,
  });

  test("are counted by person: after ten wrong ones a right one opens nothing", async ({ db }) => {
    const { conference, code } = await aCode(db);
    const type = conference.types[0].id;
    const guesser = { ...(await aGuest(db, conference)), network: "10.1.0.0/24" };
    const guess = (invitation: string) => register(db, guesser, form(type, invitation));
    for (let time = 0; time < wrongCodes.person.max; time++)
      expect(await guess(`WRONG-${time}`)).toMatchObject({ fields: { invitation: ["invitation"] } });
    expect(await guess(code.code)).toMatchObject({
      code: "too-many",
      params: { minutes: expect.any(Number) },
      values: { givenName: "Ana" },
    });
    // Without a code the door is open, and to others in the same network with one, too.
    const other = { ...(await aGuest(db, conference)), network: guesser.network };
    expect((await register(db, other, form(type, code.code))).ok).toBe(true);
    expect((await guess("")).ok).toBe(true);
  });

  test("are counted by network, whoever asks", async ({ db }) => {
    const { conference, code } = await aCode(db);
    const type = conference.types[0].id;
    const from = async (network: string) => ({ ...(await aGuest(db, conference)), network });
    expect((await register(db, await from("10.2.0.0/24"), form(type, "WRONG-1"))).ok).toBe(false);
    await db
      .update(limits)
      .set({ count: wrongCodes.network.max })
      .where(like(limits.key, "invitation-network:%"));
    expect(await register(db, await from("10.2.0.0/24"), form(type, code.code))).toMatchObject({
      code: "too-many",
    });
    expect((await register(db, await from("10.3.0.0/24"), form(type, code.code))).ok).toBe(true);
  });

  test("right ones are not counted, nor forms without one: a rush writes nothing here", async ({ db }) => {
    const { conference, code } = await aCode(db);
    await db.delete(limits);
    const type = conference.types[0].id;
    for (const invitation of [code.code, "", code.code])
      expect((await register(db, await aGuest(db, conference), form(type, invitation))).ok).toBe(true);
    expect(await db.$count(limits)).toBe(0);
  });
});
