import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { outbox, registrations } from "@/db/schema";
import type { Guest } from "@/lib/auth/actors";
import { findMoveMoment, listMoved } from "@/lib/bulk-actions/queries";
import { canTakeBack, type OrganiserMove } from "@/lib/bulk-actions/rules";
import { cancelRegistration, undoCancel } from "@/lib/cancellations/mutations";
import { admit, approve, cancelByOrganiser, decline } from "@/lib/decisions/mutations";
import { cancelAgain, reinstate, withdrawApproval, withdrawPlace } from "@/lib/undos/mutations";
import { aConference, anOrganiser, aParticipant, aRegistration } from "@/tests/factories";
import { describe, expect, test } from "./test";

const rowOf = async (db: Database, id: string) => {
  const [row] = await db.select().from(registrations).where(eq(registrations.id, id));
  if (!row) throw new Error("The registration is gone");
  return row;
};

const mailsOf = async (db: Database, personId: string) =>
  (
    await db.select().from(outbox).where(eq(outbox.personId, personId)).orderBy(outbox.createdAt, outbox.id)
  ).map(({ kind, text }) => ({ kind, text }));

const takeable = async (
  db: Database,
  organiser: Awaited<ReturnType<typeof anOrganiser>>,
  move: OrganiserMove,
  id: string,
) => {
  const at = await findMoveMoment(db, organiser, move, [id]);
  if (!at) throw new Error("No moment was written down");
  return (await listMoved(db, organiser, move, at)).filter((one) => canTakeBack(move, one)).length;
};

describe("the undo of an approval", () => {
  test("brings the registration back to be decided, and its person is told", async ({ db }) => {
    const conference = await aConference(db, { types: [{ needsApproval: true }] });
    const organiser = await anOrganiser(db, conference);
    const { id, personId } = await aRegistration(db, conference, { state: "pending" });
    await approve(db, organiser, [id]);
    expect(await takeable(db, organiser, "approve", id)).toBe(1);
    expect((await withdrawApproval(db, organiser, [id])).ok).toBe(true);
    expect(await rowOf(db, id)).toMatchObject({ state: "pending", confirmedAt: null });
    expect((await mailsOf(db, personId)).map(({ kind }) => kind)).toContain("registration-approvalWithdrawn");
    expect(await takeable(db, organiser, "approve", id)).toBe(0);
  });

  test("leaves no way around the approval", async ({ db }) => {
    const conference = await aConference(db, { types: [{ needsApproval: true }] });
    const organiser = await anOrganiser(db, conference);
    const participant = await aParticipant(db, conference, { state: "pending" });
    await approve(db, organiser, [participant.registrationId]);
    await withdrawApproval(db, organiser, [participant.registrationId]);
    await cancelRegistration(db, participant);
    await undoCancel(db, participant as unknown as Guest);
    expect((await rowOf(db, participant.registrationId)).state).toBe("pending");
  });

  test("is not needed again by who was approved, stood in line, and took their cancellation back", async ({
    db,
  }) => {
    const conference = await aConference(db, { types: [{ needsApproval: true }], capacity: 0 });
    const organiser = await anOrganiser(db, conference);
    const own = await aParticipant(db, conference, { state: "pending" });
    const other = await aParticipant(db, conference, { state: "pending" });
    await approve(db, organiser, [own.registrationId, other.registrationId]);
    expect((await rowOf(db, own.registrationId)).state).toBe("waitlisted");
    await cancelRegistration(db, own);
    expect(await undoCancel(db, own as unknown as Guest)).toMatchObject({ ok: true });
    expect((await rowOf(db, own.registrationId)).state).toBe("waitlisted");
    await cancelByOrganiser(db, organiser, [other.registrationId]);
    await reinstate(db, organiser, [other.registrationId]);
    expect((await rowOf(db, other.registrationId)).state).toBe("waitlisted");
  });

  test("spares who was checked in, who moved since, and other conferences", async ({ db }) => {
    const conference = await aConference(db, { types: [{ needsApproval: true }] });
    const organiser = await anOrganiser(db, conference);
    const stranger = await anOrganiser(db, await aConference(db));
    const came = await aRegistration(db, conference, { state: "pending" });
    const gone = await aParticipant(db, conference, { state: "pending" });
    await approve(db, organiser, [came.id]);
    await approve(db, organiser, [gone.registrationId]);
    await db.update(registrations).set({ checkedInAt: new Date() }).where(eq(registrations.id, came.id));
    await cancelRegistration(db, gone);
    expect(await takeable(db, organiser, "approve", came.id)).toBe(0);
    expect(await takeable(db, organiser, "approve", gone.registrationId)).toBe(0);
    expect((await withdrawApproval(db, organiser, [came.id])).ok).toBe(false);
    expect((await withdrawApproval(db, stranger, [came.id])).ok).toBe(false);
    expect((await rowOf(db, came.id)).state).toBe("confirmed");
  });
});

test("the undo of an admission gives the old place in line back, and the place to who is first there", async ({
  db,
}) => {
  const conference = await aConference(db, { capacity: 1 });
  const organiser = await anOrganiser(db, conference);
  const first = await aRegistration(db, conference, { state: "waitlisted" });
  const second = await aRegistration(db, conference, { state: "waitlisted" });
  await admit(db, organiser, [second.id]);
  // The free place went to the first in line as the conference was locked, so there was none to give.
  expect((await rowOf(db, first.id)).state).toBe("offered");
  await cancelByOrganiser(db, organiser, [first.id]);
  expect((await rowOf(db, second.id)).state).toBe("offered");
  await admit(db, organiser, [second.id]);
  expect((await rowOf(db, second.id)).state).toBe("confirmed");
  await withdrawPlace(db, organiser, [second.id]);
  // Alone in line, so the place is offered to it at once.
  expect(await rowOf(db, second.id)).toMatchObject({ state: "offered", confirmedAt: null });
  expect((await mailsOf(db, second.personId)).map(({ kind }) => kind)).toContain(
    "registration-placeWithdrawn",
  );
});

describe("the undo of a reinstatement", () => {
  test("cancels again for the reason it was cancelled", async ({ db }) => {
    const conference = await aConference(db);
    const organiser = await anOrganiser(db, conference);
    const declined = await aRegistration(db, conference, { state: "pending" });
    const own = await aParticipant(db, conference);
    await decline(db, organiser, [declined.id]);
    await cancelRegistration(db, own);
    const ids = [declined.id, own.registrationId];
    await reinstate(db, organiser, ids);
    expect((await cancelAgain(db, organiser, ids)).ok).toBe(true);
    expect(await rowOf(db, declined.id)).toMatchObject({ state: "cancelled", cancelReason: "declined" });
    expect(await rowOf(db, own.registrationId)).toMatchObject({
      state: "cancelled",
      cancelReason: "participant",
    });
  });
});

describe("a refusal", () => {
  test("carries its reason to the mail and the row, and loses it when it is taken back", async ({ db }) => {
    const conference = await aConference(db);
    const organiser = await anOrganiser(db, conference);
    const person = await aRegistration(db, conference, { state: "pending" });
    await decline(db, organiser, [person.id], "Only <members> can come.\nPlease ask {again}.");
    expect(await rowOf(db, person.id)).toMatchObject({
      cancelReason: "declined",
      declineReason: "Only <members> can come.\nPlease ask {again}.",
    });
    const mails = await mailsOf(db, person.personId);
    expect(mails.at(-1)?.text).toContain("Only <members> can come.\nPlease ask {again}.");
    await reinstate(db, organiser, [person.id]);
    expect((await rowOf(db, person.id)).declineReason).toBeNull();
  });

  test("without a reason says nothing of one", async ({ db }) => {
    const conference = await aConference(db);
    const organiser = await anOrganiser(db, conference);
    const person = await aRegistration(db, conference, { state: "pending" });
    await decline(db, organiser, [person.id]);
    expect((await rowOf(db, person.id)).declineReason).toBeNull();
    expect((await mailsOf(db, person.personId)).at(-1)?.text).not.toContain("The organiser writes");
  });

  test("keeps no reason beside another state: the database refuses it", async ({ db }) => {
    const conference = await aConference(db);
    const { id } = await aRegistration(db, conference);
    await expect(
      db
        .update(registrations)
        .set({ declineReason: "no" })
        .where(and(eq(registrations.id, id), eq(registrations.state, "confirmed"))),
    ).rejects.toThrow();
  });
});
