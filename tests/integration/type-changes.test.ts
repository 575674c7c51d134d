import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { auditEntries, outbox, registrations } from "@/db/schema";
import type { TypeRequest } from "@/lib/type-changes/input";
import { changeTypes } from "@/lib/type-changes/mutations";
import { findTypeChangeMoment, listTypeChanges, previewTypeChange } from "@/lib/type-changes/queries";
import { aConference, anOrganiser, aRegistration } from "@/tests/factories";
import { describe, expect, test } from "./test";

const typesOf = async (db: Database, conferenceId: string) => {
  const rows = await db.select().from(registrations).where(eq(registrations.conferenceId, conferenceId));
  return new Map(rows.map(({ id, typeId }) => [id, typeId]));
};

const aHouse = async (db: Database, room: number) => {
  const conference = await aConference(db, { types: [{ capacity: 10 }, { capacity: room }] });
  const organiser = await anOrganiser(db, conference);
  const [from, to] = conference.types;
  if (!to) throw new Error("Two types were asked for");
  return { conference, organiser, from, to };
};

describe("a change of participant type by the organiser", () => {
  test("moves those for whom there is room, the first to arrive first, and tells beforehand who they are", async ({
    db,
  }) => {
    const { conference, organiser, to } = await aHouse(db, 1);
    const one = await aRegistration(db, conference);
    const two = await aRegistration(db, conference);
    const waiting = await aRegistration(db, conference, { state: "pending" });
    const gone = await aRegistration(db, conference, { state: "cancelled" });
    const ids = [two.id, one.id, waiting.id, gone.id];
    const request: TypeRequest = { typeId: to.id, scope: "chosen", ids };
    const preview = await previewTypeChange(db, organiser, request);
    expect(preview.fit.map(({ id }) => id)).toEqual([one.id, waiting.id]);
    expect(preview.full.map(({ id }) => id)).toEqual([two.id]);
    expect(preview).toMatchObject({ cancelled: 1, already: 0, more: false });
    const wanted = preview.now.map(({ id }) => ({ id, typeId: to.id }));
    expect(await changeTypes(db, organiser, wanted)).toMatchObject({ ok: true, data: { skipped: 1 } });
    const types = await typesOf(db, conference.id);
    expect([one, two, waiting, gone].map(({ id }) => types.get(id) === to.id)).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(await db.$count(outbox, eq(outbox.conferenceId, conference.id))).toBe(0);
    const [pending] = await db.select().from(registrations).where(eq(registrations.id, waiting.id));
    expect(pending?.state).toBe("pending");
  });

  test("is written down with both types, found again by its moment, and undone", async ({ db }) => {
    const { conference, organiser, from, to } = await aHouse(db, 5);
    const { id } = await aRegistration(db, conference);
    await changeTypes(db, organiser, [{ id, typeId: to.id }]);
    const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, id));
    expect(entry).toMatchObject({
      action: "registration.type-changed",
      detail: { fromType: from.id, toType: to.id },
    });
    const at = await findTypeChangeMoment(db, organiser, [id]);
    if (!at) throw new Error("No moment was written down");
    const colleague = await anOrganiser(db, conference);
    expect(await listTypeChanges(db, colleague, at)).toEqual([]);
    const [changed] = await listTypeChanges(db, organiser, at);
    expect(changed).toMatchObject({ id, fromType: from.id, toType: to.id, typeId: to.id });
    await changeTypes(db, organiser, [{ id, typeId: from.id }]);
    expect((await typesOf(db, conference.id)).get(id)).toBe(from.id);
  });

  test("of two at once for the last place, one is left as it was", async ({ db }) => {
    const { conference, organiser, to } = await aHouse(db, 1);
    const one = await aRegistration(db, conference);
    const two = await aRegistration(db, conference);
    const results = await Promise.all(
      [one, two].map(({ id }) => changeTypes(db, organiser, [{ id, typeId: to.id }])),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ code: "type-full-for-all" });
    const types = [...(await typesOf(db, conference.id)).values()];
    expect(types.filter((id) => id === to.id)).toHaveLength(1);
  });

  test("lets who waits for the type go first, and passes the freed place on", async ({ db }) => {
    const conference = await aConference(db, { types: [{ capacity: 1 }, { capacity: 1 }] });
    const organiser = await anOrganiser(db, conference);
    const [from, to] = conference.types;
    const inLine = await aRegistration(db, conference, { state: "waitlisted", typeId: to?.id });
    const behind = await aRegistration(db, conference, { state: "waitlisted", typeId: from.id });
    const holder = await aRegistration(db, conference, { typeId: from.id });
    const wanted = [{ id: holder.id, typeId: to?.id ?? "" }];
    expect(await changeTypes(db, organiser, wanted)).toMatchObject({ code: "type-full-for-all" });
    await db.update(registrations).set({ typeId: from.id }).where(eq(registrations.id, inLine.id));
    await db
      .update(registrations)
      .set({ state: "cancelled", offeredUntil: null, cancelledAt: new Date(), cancelReason: "participant" })
      .where(eq(registrations.id, inLine.id));
    expect((await changeTypes(db, organiser, wanted)).ok).toBe(true);
    const [next] = await db.select().from(registrations).where(eq(registrations.id, behind.id));
    expect(next?.state).toBe("offered");
  });

  test("never reaches another conference, nor takes a type from one", async ({ db }) => {
    const { conference, organiser } = await aHouse(db, 5);
    const other = await aHouse(db, 5);
    const theirs = await aRegistration(db, other.conference);
    const ours = await aRegistration(db, conference);
    expect(await changeTypes(db, organiser, [{ id: theirs.id, typeId: other.to.id }])).toMatchObject({
      code: "not-found",
    });
    expect((await changeTypes(db, organiser, [{ id: ours.id, typeId: other.to.id }])).ok).toBe(false);
    expect((await typesOf(db, conference.id)).get(ours.id)).toBe(conference.types[0].id);
  });
});
