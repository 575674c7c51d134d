import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { auditEntries, invitations, registrations } from "@/db/schema";
import { changeInvitation } from "@/lib/invitations/mutations";
import { aConference, anInvitation, anOrganiser, aRegistration } from "@/tests/factories";
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
