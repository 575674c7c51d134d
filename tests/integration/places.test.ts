import { asc, eq } from "drizzle-orm";
import { connect, type Database } from "@/db/client";
import { conferences, invitations, outbox, registrations } from "@/db/schema";
import type { Guest } from "@/lib/auth/actors";
import { cancelRegistration, undoCancel } from "@/lib/cancellations/mutations";
import { admit, approve, cancelByOrganiser, decline } from "@/lib/decisions/mutations";
import { acceptOffer, declineOffer, passOnPlaces, sweepOffers } from "@/lib/offers/mutations";
import { register } from "@/lib/registrations/mutations";
import { readTicketCode } from "@/lib/tickets/mutations";
import { spacedTicketCode } from "@/lib/tickets/rules";
import { reinstate } from "@/lib/undos/mutations";
import {
  type AConference,
  aConference,
  aGuest,
  anInvitation,
  anOrganiser,
  aParticipant,
  aRegistration,
} from "@/tests/factories";
import { describe, expect, test } from "./test";

const values = (typeId: string, more: Record<string, string> = {}) => ({
  typeId,
  givenName: "Ana",
  familyName: "Pop",
  country: "RO",
  ...more,
});

const guests = (db: Database, conference: AConference, count: number) =>
  Promise.all(Array.from({ length: count }, () => aGuest(db, conference)));

async function inState(db: Database, { id }: { id: string }) {
  const rows = await db
    .select()
    .from(registrations)
    .where(eq(registrations.conferenceId, id))
    .orderBy(asc(registrations.arrival));
  return {
    rows,
    count: (state: string) => rows.filter((row) => row.state === state).length,
    of: (registrationId: string) => rows.find((row) => row.id === registrationId),
  };
}

const mails = async (db: Database, personId: string) =>
  (
    await db
      .select({ kind: outbox.kind })
      .from(outbox)
      .where(eq(outbox.personId, personId))
      .orderBy(asc(outbox.createdAt))
  ).map(({ kind }) => kind);

const setClock = (db: Database, { id }: { id: string }, at: string) =>
  db
    .update(conferences)
    .set({ clockSetAt: new Date(at) })
    .where(eq(conferences.id, id));

describe("many at once", () => {
  async function rush(db: Database, url: string, lock: boolean) {
    const conference = await aConference(db, { capacity: 10 });
    const people = await guests(db, conference, 36);
    // Each as if on a server of its own: those of one server would be registered together, and nobody would race.
    const crowd = people.map(() => connect(url, 1));
    const results = await Promise.allSettled(
      people.map((guest, index) =>
        register(crowd[index]?.db ?? db, guest, values(conference.types[0].id), { lock }),
      ),
    );
    await Promise.all(crowd.map(({ sql }) => sql.end({ timeout: 5 })));
    return { results, ...(await inState(db, conference)) };
  }

  test("never more than the capacity, the rest in order of arrival, nobody twice", async ({ db, url }) => {
    const { results, rows, count } = await rush(db, url, true);
    expect(results.every((result) => result.status === "fulfilled" && result.value.ok)).toBe(true);
    expect([count("confirmed"), count("waitlisted")]).toEqual([10, 26]);
    expect(rows.slice(0, 10).every(({ state }) => state === "confirmed")).toBe(true);
    expect(new Set(rows.map(({ personId }) => personId)).size).toBe(36);
  });

  test("without the lock there are more than there may be: the test above proves something", async ({
    db,
    url,
  }) => {
    const { count } = await rush(db, url, false);
    expect(count("confirmed")).toBeGreaterThan(10);
  });

  test("three presses of one person are one registration and one mail", async ({ db }) => {
    const conference = await aConference(db, { capacity: 5 });
    const guest = await aGuest(db, conference);
    const results = await Promise.all(
      [1, 2, 3].map(() => register(db, guest, values(conference.types[0].id))),
    );
    expect(results.map((result) => result.ok && result.data.already).sort()).toEqual([false, true, true]);
    expect((await inState(db, conference)).rows).toHaveLength(1);
    expect(await mails(db, guest.personId)).toEqual(["registration-confirmed"]);
  });

  test("a type's own capacity holds while others still have places", async ({ db }) => {
    const conference = await aConference(db, { capacity: 20, types: [{ capacity: 3 }, {}] });
    const people = await guests(db, conference, 24);
    await Promise.all(
      people.map((guest, index) =>
        register(db, guest, values(conference.types[index % 2 === 0 ? 0 : 1]?.id ?? "")),
      ),
    );
    const { rows } = await inState(db, conference);
    const confirmed = (typeId?: string) =>
      rows.filter((row) => row.typeId === typeId && row.state === "confirmed").length;
    expect(confirmed(conference.types[0].id)).toBe(3);
    expect(confirmed(conference.types[1]?.id)).toBe(12);
  });

  test("a code gives exactly its places, and nobody else gets them", async ({ db }) => {
    const conference = await aConference(db, { capacity: 6 });
    const { code } = await anInvitation(db, conference, { places: 4 });
    const typeId = conference.types[0].id;
    const plain = await guests(db, conference, 8);
    await Promise.all(plain.map((guest) => register(db, guest, values(typeId))));
    expect((await inState(db, conference)).count("confirmed")).toBe(2);
    const invited = await guests(db, conference, 8);
    const results = await Promise.all(
      invited.map((guest) => register(db, guest, values(typeId, { invitation: ` ${code.toLowerCase()} ` }))),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(4);
    const refused = results.filter((result) => !result.ok);
    expect(refused.map((result) => !result.ok && result.fields?.invitation)).toEqual(
      Array(4).fill(["invitation-used"]),
    );
    expect((await inState(db, conference)).count("confirmed")).toBe(6);
  });

  test("cancelling and registering at once: full, never over, the line moves up", async ({ db }) => {
    const conference = await aConference(db, { capacity: 5 });
    const inside = await Promise.all(Array.from({ length: 5 }, () => aParticipant(db, conference)));
    const outside = await guests(db, conference, 20);
    await Promise.all([
      ...inside.map((participant) => cancelRegistration(db, participant)),
      ...outside.map((guest) => register(db, guest, values(conference.types[0].id))),
    ]);
    const { count, rows } = await inState(db, conference);
    expect(count("confirmed") + count("offered")).toBe(5);
    const active = rows.filter(({ state }) => state !== "cancelled");
    expect(active.slice(0, 5).every(({ state }) => state === "confirmed" || state === "offered")).toBe(true);
  });
});

describe("the line", () => {
  test("a freed place is offered to the next, who accepts it; a full type is passed over", async ({ db }) => {
    const conference = await aConference(db, { capacity: 2, types: [{ capacity: 1 }, {}] });
    const [first, second] = conference.types;
    await aRegistration(db, conference, { typeId: first.id });
    const leaving = await aParticipant(db, conference, { typeId: second?.id });
    const over = await aParticipant(db, conference, { state: "waitlisted", typeId: first.id });
    const next = await aParticipant(db, conference, { state: "waitlisted", typeId: second?.id });
    await cancelRegistration(db, leaving);
    const { of } = await inState(db, conference);
    expect(of(over.registrationId)?.state).toBe("waitlisted");
    expect(of(next.registrationId)?.state).toBe("offered");
    expect(of(next.registrationId)?.offeredUntil).toEqual(new Date("2019-03-22T08:00:00Z"));
    expect(await mails(db, leaving.personId)).toEqual(["registration-cancelled"]);
    expect(await mails(db, next.personId)).toEqual(["registration-offered"]);
    expect((await acceptOffer(db, next)).ok).toBe(true);
    expect((await acceptOffer(db, next)).ok).toBe(true);
    expect((await inState(db, conference)).of(next.registrationId)).toMatchObject({
      state: "confirmed",
      ticketCode: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{12}$/),
    });
    const code = (await inState(db, conference)).of(next.registrationId)?.ticketCode ?? "";
    expect(readTicketCode(spacedTicketCode(code).toLowerCase())).toBe(code);
  });

  test("the last instant of an offer still counts; after it the place passes on", async ({ db }) => {
    const conference = await aConference(db, { capacity: 1 });
    const leaving = await aParticipant(db, conference);
    const slow = await aParticipant(db, conference, { state: "waitlisted" });
    const next = await aParticipant(db, conference, { state: "waitlisted" });
    await cancelRegistration(db, leaving);
    await setClock(db, conference, "2019-03-22T08:00:00Z");
    await sweepOffers(db, conference.id);
    expect((await inState(db, conference)).of(slow.registrationId)?.state).toBe("offered");
    await setClock(db, conference, "2019-03-22T08:00:00.001Z");
    expect(await acceptOffer(db, slow)).toMatchObject({ ok: false, code: "offer-over" });
    const { of } = await inState(db, conference);
    expect(of(slow.registrationId)).toMatchObject({ state: "cancelled", cancelReason: "offer-expired" });
    expect(of(next.registrationId)?.state).toBe("offered");
    expect(await mails(db, slow.personId)).toEqual(["registration-offered", "registration-offerExpired"]);
  });

  test("a declined offer, more capacity and a revoked code reach the next in line", async ({ db }) => {
    const conference = await aConference(db, { capacity: 1 });
    const leaving = await aParticipant(db, conference);
    const [a, b, c] = await Promise.all([
      aParticipant(db, conference, { state: "waitlisted", arrival: 9_000_001 }),
      aParticipant(db, conference, { state: "waitlisted", arrival: 9_000_002 }),
      aParticipant(db, conference, { state: "waitlisted", arrival: 9_000_003 }),
    ]);
    await cancelRegistration(db, leaving);
    expect((await declineOffer(db, a)).ok).toBe(true);
    expect((await inState(db, conference)).of(b.registrationId)?.state).toBe("offered");
    const code = await anInvitation(db, conference, { places: 1 });
    await db.transaction(async (tx) => {
      await tx.update(conferences).set({ capacity: 2 }).where(eq(conferences.id, conference.id));
      await passOnPlaces(tx, conference.id);
    });
    expect((await inState(db, conference)).of(c.registrationId)?.state).toBe("waitlisted");
    await db.transaction(async (tx) => {
      await tx.update(invitations).set({ revokedAt: new Date() }).where(eq(invitations.id, code.id));
      await passOnPlaces(tx, conference.id);
    });
    expect((await inState(db, conference)).of(c.registrationId)?.state).toBe("offered");
  });

  test("an undo gives the place back while there is one, and not past who was offered it", async ({ db }) => {
    const conference = await aConference(db, { capacity: 1 });
    const person = await aParticipant(db, conference);
    await cancelRegistration(db, person);
    expect((await undoCancel(db, person as unknown as Guest)).ok).toBe(true);
    expect((await inState(db, conference)).of(person.registrationId)).toMatchObject({
      state: "confirmed",
      ticketCode: person.registration.ticketCode,
    });
    await aRegistration(db, conference, { state: "waitlisted" });
    await cancelRegistration(db, person);
    expect(await undoCancel(db, person as unknown as Guest)).toMatchObject({ ok: false, code: "undo-full" });
  });
});

describe("the organiser's decisions", () => {
  test("approval gives a place in order of arrival, then places in line; declined stays declined", async ({
    db,
  }) => {
    const conference = await aConference(db, { capacity: 1, types: [{ needsApproval: true }] });
    const organiser = await anOrganiser(db, conference);
    const typeId = conference.types[0].id;
    const [a, b, c] = await guests(db, conference, 3);
    if (!a || !b || !c) throw new Error("three guests");
    const ids: string[] = [];
    for (const guest of [a, b, c]) {
      const result = await register(db, guest, values(typeId));
      if (!result.ok) throw new Error(result.code);
      expect(result.data.state).toBe("pending");
      ids.push(result.data.id);
    }
    const [first = "", second = "", third = ""] = ids;
    expect(await approve(db, organiser, [second, first])).toMatchObject({ ok: true });
    const { of } = await inState(db, conference);
    expect([of(first)?.state, of(second)?.state]).toEqual(["confirmed", "waitlisted"]);
    expect((await decline(db, organiser, [third])).ok).toBe(true);
    expect(await register(db, c, values(typeId))).toMatchObject({ ok: false, code: "registration-ended" });
    expect(await mails(db, b.personId)).toEqual(["registration-received", "registration-approvedWaiting"]);
    expect(await mails(db, c.personId)).toEqual(["registration-received", "registration-declined"]);
  });

  test("admitting never goes over the capacity; cancelling has an undo", async ({ db }) => {
    const conference = await aConference(db, { capacity: 1 });
    const organiser = await anOrganiser(db, conference);
    const inside = await aRegistration(db, conference);
    const waiting = await aRegistration(db, conference, { state: "waitlisted" });
    expect(await admit(db, organiser, [waiting.id])).toMatchObject({ ok: false });
    expect((await cancelByOrganiser(db, organiser, [waiting.id])).ok).toBe(true);
    expect((await cancelByOrganiser(db, organiser, [inside.id])).ok).toBe(true);
    expect((await reinstate(db, organiser, [inside.id])).ok).toBe(true);
    expect((await inState(db, conference)).of(inside.id)?.state).toBe("confirmed");
  });

  test("registrations of another conference are not there", async ({ db }) => {
    const [ours, theirs] = [await aConference(db), await aConference(db)];
    const organiser = await anOrganiser(db, ours);
    const foreign = await aRegistration(db, theirs, { state: "pending" });
    for (const decision of [approve, decline, admit, cancelByOrganiser, reinstate])
      expect(await decision(db, organiser, [foreign.id])).toMatchObject({ ok: false, code: "not-found" });
    expect((await inState(db, theirs)).rows.map(({ state }) => state)).toEqual(["pending"]);
  });
});
