import { and, asc, eq, sql } from "drizzle-orm";
import { connect, type Database } from "@/db/client";
import {
  auditEntries,
  commitments,
  outbox,
  persons,
  registrations,
  releasedSessions,
  seats,
} from "@/db/schema";
import type { Guest, Person } from "@/lib/auth/actors";
import { bookSeat, giveBack, swapSeats } from "@/lib/bookings/mutations";
import { cancelRegistration } from "@/lib/cancellations/mutations";
import { cancelByOrganiser } from "@/lib/decisions/mutations";
import { eraseAccount } from "@/lib/erasures/mutations";
import { lockConference } from "@/lib/places/mutations";
import { goLive } from "@/lib/rehearsals/mutations";
import { removeSeat } from "@/lib/seat-cancellations/mutations";
import { lockSessions } from "@/lib/seat-waiting-list/mutations";
import { settleSeats } from "@/lib/seats/mutations";
import {
  type AConference,
  aConference,
  aGuest,
  anOrganiser,
  aParticipant,
  aProgramme,
} from "@/tests/factories";
import { describe, expect, test } from "./test";

type APerson = Awaited<ReturnType<typeof aParticipant>>;
// A participant is also someone signed in at the conference; the brands keep the two proofs apart.
const guest = (person: APerson) => person as unknown as Guest;
const at = (hour: number) => new Date(Date.UTC(2019, 4, 14, hour));

/** Sessions of that many seats, each with its hours (UTC, 14 May), and people who may book. */
async function aHouse(
  db: Database,
  sessions: { seats: number | null; from?: number; to?: number }[],
  people = 3,
) {
  const conference = await aConference(db, { capacity: 500 });
  const programme = await aProgramme(db, conference, {
    sessions: sessions.map(({ seats: count, from = 9, to = from + 1 }) => ({
      seats: count,
      startsAt: at(from),
      endsAt: at(to),
    })),
  });
  const crowd = await Promise.all(Array.from({ length: people }, () => aParticipant(db, conference)));
  return { conference, ids: programme.sessions.map(({ id }) => id), people: crowd };
}

const stateOf = async (db: Database, person: APerson, sessionId: string) => {
  const rows = await db
    .select()
    .from(seats)
    .where(and(eq(seats.registrationId, person.registrationId), eq(seats.sessionId, sessionId)))
    .orderBy(asc(seats.arrival));
  return rows.at(-1);
};

const mailsOf = async (db: Database, person: APerson) =>
  (await db.select().from(outbox).where(eq(outbox.personId, person.personId))).map(({ kind }) => kind);

/** A release that changes sessions, as publishing does it. */
const publish = (
  db: Database,
  conference: AConference,
  sessionId: string,
  change: Partial<typeof releasedSessions.$inferInsert> | "gone",
) =>
  db.transaction(async (tx) => {
    const locked = await lockConference(tx, conference.id);
    await lockSessions(tx, conference.id);
    const it = eq(releasedSessions.sessionId, sessionId);
    if (change === "gone") await tx.delete(releasedSessions).where(it);
    else await tx.update(releasedSessions).set(change).where(it);
    return settleSeats(tx, locked, [sessionId]);
  });

describe("many at once", () => {
  async function rush(db: Database, url: string, lock: boolean) {
    const house = await aHouse(db, [{ seats: 10 }], 36);
    const session = house.ids[0] ?? "";
    // Two servers, with as many connections as people: nobody waits for a connection instead of for the lock.
    const servers = [connect(url, 18), connect(url, 18)] as const;
    const results = await Promise.all(
      house.people.map((person, index) =>
        bookSeat(servers[index % 2 === 0 ? 0 : 1].db, guest(person), session, { lock }),
      ),
    );
    await Promise.all(servers.map(({ sql: client }) => client.end({ timeout: 5 })));
    const rows = await db
      .select()
      .from(seats)
      .where(eq(seats.sessionId, session))
      .orderBy(asc(seats.arrival));
    return { results, rows, booked: rows.filter(({ state }) => state === "booked").length };
  }

  test("never more than the seats, the rest in order of arrival, nobody twice", async ({ db, url }) => {
    const { results, rows, booked } = await rush(db, url, true);
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect([booked, rows.length]).toEqual([10, 36]);
    expect(rows.slice(0, 10).every(({ state }) => state === "booked")).toBe(true);
    const positions = results.flatMap((result) =>
      result.ok && result.data.state === "waiting" ? [result.data.position] : [],
    );
    expect(positions.sort((a, b) => a - b)).toEqual(Array.from({ length: 26 }, (_, index) => index + 1));
  });

  test("without the lock there are more than there may be: the test above proves something", async ({
    db,
    url,
  }) => {
    expect((await rush(db, url, false)).booked).toBeGreaterThan(10);
  });

  test("three presses are one seat; two overlapping sessions at once are one of them", async ({ db }) => {
    const { ids, people } = await aHouse(db, [{ seats: 5 }, { seats: 5 }], 1);
    const [person] = people;
    if (!person) throw new Error("one person");
    const [one = "", other = ""] = ids;
    const results = await Promise.all(
      [one, other, one, other, one].map((id) => bookSeat(db, guest(person), id)),
    );
    const rows = await db.select().from(seats).where(eq(seats.registrationId, person.registrationId));
    expect(rows.map(({ state }) => state)).toEqual(["booked"]);
    expect(results.filter((result) => !result.ok).map((result) => !result.ok && result.code)).toEqual(
      Array(results.filter(({ ok }) => !ok).length).fill("seat-overlaps"),
    );
  });

  test("booking, giving back, swapping and cancelling at once: never over, never two at a time", async ({
    db,
  }) => {
    const { conference, ids, people } = await aHouse(
      db,
      [{ seats: 4 }, { seats: 4 }, { seats: 4, from: 10 }],
      16,
    );
    const [a = "", b = "", c = ""] = ids;
    const acts = people.flatMap((person, index) => [
      bookSeat(db, guest(person), index % 2 ? a : b),
      bookSeat(db, guest(person), c),
      bookSeat(db, guest(person), index % 2 ? b : a),
      ...(index % 3 === 0 ? [giveBack(db, guest(person), index % 2 ? a : b)] : []),
      ...(index % 5 === 0 ? [cancelRegistration(db, person)] : []),
    ]);
    await Promise.all(acts);
    for (const session of ids) {
      const rows = await db.select().from(seats).where(eq(seats.sessionId, session));
      expect(rows.filter(({ state }) => state === "booked").length).toBeLessThanOrEqual(4);
    }
    // What is booked has its time, and nobody who left has anything.
    const [held] = await db.execute<{ booked: number; committed: number; gone: number }>(sql`
      select count(*) filter (where s.state = 'booked')::int as booked,
        (select count(*)::int from ${commitments} where conference_id = ${conference.id}) as committed,
        count(*) filter (where s.state <> 'cancelled' and r.state = 'cancelled')::int as gone
      from ${seats} s join ${registrations} r on r.id = s.registration_id where s.conference_id = ${conference.id}`);
    expect(held).toMatchObject({ committed: held?.booked, gone: 0 });
  });
});

describe("who may book", () => {
  test("only who is confirmed, and only while it is open", async ({ db }) => {
    const { conference, ids, people } = await aHouse(db, [{ seats: 1 }, { seats: null, from: 12 }], 1);
    const [session = "", open = ""] = ids;
    const waiting = await aParticipant(db, conference, { state: "waitlisted" });
    const nobody = await aGuest(db, conference);
    for (const one of [guest(waiting), nobody])
      expect(await bookSeat(db, one, session)).toMatchObject({ ok: false, code: "seat-needs-place" });
    const [person] = people as [APerson];
    expect(await bookSeat(db, guest(person), open)).toMatchObject({ code: "session-without-seats" });
    // 30 minutes before; that instant still counts.
    const clock = (text: string) =>
      db.execute(sql`update conferences set clock_set_at = ${text}::timestamptz where id = ${conference.id}`);
    await clock("2019-05-14T08:30:00.001Z");
    expect(await bookSeat(db, guest(person), session)).toMatchObject({ code: "seats-closed" });
    await clock("2019-05-14T08:30:00Z");
    expect(await bookSeat(db, guest(person), session)).toMatchObject({ ok: true, data: { state: "booked" } });
    await clock("2019-05-14T08:31:00Z");
    expect(await giveBack(db, guest(person), session)).toMatchObject({ code: "seats-closed" });
    await clock("2019-05-14T08:00:00Z");
    await publish(db, conference, session, { cancelled: true });
    expect(await stateOf(db, person, session)).toMatchObject({ cancelReason: "session-cancelled" });
    expect(await bookSeat(db, guest(person), session)).toMatchObject({ code: "session-cancelled" });
  });

  test("a session of another conference is not there; an organiser there removes nobody here", async ({
    db,
  }) => {
    const ours = await aHouse(db, [{ seats: 1 }], 1);
    const theirs = await aHouse(db, [{ seats: 1 }], 1);
    const [person] = ours.people as [APerson];
    expect(await bookSeat(db, guest(person), theirs.ids[0] ?? "")).toMatchObject({ code: "not-found" });
    expect(await swapSeats(db, guest(person), theirs.ids[0] ?? "", [])).toMatchObject({ code: "not-found" });
    await bookSeat(db, guest(person), ours.ids[0] ?? "");
    const seat = await stateOf(db, person, ours.ids[0] ?? "");
    const stranger = await anOrganiser(db, theirs.conference);
    expect(await removeSeat(db, stranger, seat?.id ?? "")).toMatchObject({ ok: false, code: "not-found" });
    expect((await stateOf(db, person, ours.ids[0] ?? ""))?.state).toBe("booked");
  });
});

describe("the line of a session", () => {
  test("who gives back, cancels, is removed or erased makes room for the next, who is told", async ({
    db,
  }) => {
    const { conference, ids, people } = await aHouse(db, [{ seats: 1 }], 6);
    const [session = ""] = ids;
    for (const person of people) await bookSeat(db, guest(person), session);
    const [a, b, c, d, e, f] = people as [APerson, APerson, APerson, APerson, APerson, APerson];
    const organiser = await anOrganiser(db, conference);
    expect(await mailsOf(db, a)).toEqual([]);
    await giveBack(db, guest(a), session);
    await giveBack(db, guest(a), session);
    expect((await stateOf(db, b, session))?.state).toBe("booked");
    expect(await mailsOf(db, b)).toEqual(["seat-movedUp"]);
    await cancelRegistration(db, b);
    expect(await stateOf(db, b, session)).toMatchObject({ cancelReason: "registration-cancelled" });
    expect((await stateOf(db, c, session))?.state).toBe("booked");
    await removeSeat(db, organiser, (await stateOf(db, c, session))?.id ?? "");
    expect(await mailsOf(db, c)).toEqual(["seat-movedUp", "seat-removed"]);
    expect((await stateOf(db, d, session))?.state).toBe("booked");
    await eraseAccount(db, d as unknown as Person);
    expect((await stateOf(db, e, session))?.state).toBe("booked");
    await cancelByOrganiser(db, organiser, [e.registrationId]);
    expect((await stateOf(db, f, session))?.state).toBe("booked");
    const log = await db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, c.registrationId))
      .orderBy(asc(auditEntries.id));
    expect(log.map(({ action }) => action)).toEqual(["seat.waiting", "seat.moved-up", "seat.ended"]);
  });

  test("who has something else then is passed over, keeps the place in line, and moves up when free", async ({
    db,
  }) => {
    const { ids, people } = await aHouse(db, [{ seats: 1 }, { seats: 1 }, { seats: 5, to: 11 }], 3);
    const [full = "", , long = ""] = ids;
    const [a, b, c] = people as [APerson, APerson, APerson];
    await bookSeat(db, guest(a), full);
    await bookSeat(db, guest(b), long);
    expect(await bookSeat(db, guest(b), full)).toMatchObject({ data: { state: "waiting", position: 1 } });
    expect(await bookSeat(db, guest(c), full)).toMatchObject({ data: { state: "waiting", position: 2 } });
    await giveBack(db, guest(a), full);
    expect([(await stateOf(db, b, full))?.state, (await stateOf(db, c, full))?.state]).toEqual([
      "waiting",
      "booked",
    ]);
    await giveBack(db, guest(c), full);
    // The seat is free and the first in line is not: the next who asks gets it, unless b becomes free first.
    await giveBack(db, guest(b), long);
    expect((await stateOf(db, b, full))?.state).toBe("booked");
    expect(await mailsOf(db, b)).toEqual(["seat-movedUp"]);
  });

  test("a swap gives up what was named and books, or does nothing", async ({ db }) => {
    const { ids, people } = await aHouse(db, [{ seats: 1 }, { seats: 1 }, { seats: 1, to: 11 }], 3);
    const [one = "", other = "", long = ""] = ids;
    const [a, b, c] = people as [APerson, APerson, APerson];
    await bookSeat(db, guest(a), one);
    await bookSeat(db, guest(b), one);
    await bookSeat(db, guest(c), long);
    const mine = (await stateOf(db, a, one))?.id ?? "";
    expect(await bookSeat(db, guest(a), other)).toMatchObject({ ok: false, code: "seat-overlaps" });
    expect(await swapSeats(db, guest(a), other, [])).toMatchObject({ ok: false, code: "seat-overlaps" });
    expect(await swapSeats(db, guest(a), long, [mine])).toMatchObject({ ok: false, code: "session-full" });
    expect((await stateOf(db, a, one))?.state).toBe("booked");
    expect(await swapSeats(db, guest(a), other, [mine])).toMatchObject({
      ok: true,
      data: { state: "booked" },
    });
    expect(await stateOf(db, a, one)).toMatchObject({ state: "cancelled", cancelReason: "swap" });
    expect((await stateOf(db, b, one))?.state).toBe("booked");
    expect(await mailsOf(db, b)).toEqual(["seat-movedUp"]);
  });
});

test("who moves up late is told that it can be given back until the session begins, and gives it back", async ({
  db,
}) => {
  const { conference, ids, people } = await aHouse(db, [{ seats: 1 }], 3);
  const [session = ""] = ids;
  const [a, b, c] = people as [APerson, APerson, APerson];
  for (const person of people) await bookSeat(db, guest(person), session);
  const clock = (text: string) =>
    db.execute(sql`update conferences set clock_set_at = ${text}::timestamptz where id = ${conference.id}`);
  await clock("2019-05-14T08:45:00Z");
  const organiser = await anOrganiser(db, conference);
  await removeSeat(db, organiser, (await stateOf(db, a, session))?.id ?? "");
  const [mail] = await db.select().from(outbox).where(eq(outbox.personId, b.personId));
  expect(mail?.text).toContain("you can give it back until the session begins");
  await clock("2019-05-14T09:00:00.001Z");
  expect(await giveBack(db, guest(b), session)).toMatchObject({ code: "seats-closed" });
  await clock("2019-05-14T08:50:00Z");
  expect(await giveBack(db, guest(b), session)).toMatchObject({ ok: true });
  expect((await stateOf(db, c, session))?.state).toBe("booked");
});

describe("a rehearsal", () => {
  const there = async (db: Database, person: APerson, mode: "rehearsal" | "live") => {
    const conference = await aConference(db, { capacity: 500, mode });
    const soon = new Date(Date.now() + 86_400_000);
    const at = { startsAt: soon, endsAt: new Date(soon.getTime() + 3_600_000) };
    const { sessions } = await aProgramme(db, conference, { sessions: [{ seats: 1, ...at }] });
    const [row] = await db.select().from(persons).where(eq(persons.id, person.personId));
    const own = await aParticipant(db, conference, { person: row });
    return { conference, own, session: sessions[0]?.id ?? "" };
  };

  test("takes nobody's real time, is itself kept apart, and holds once it is live", async ({ db }) => {
    const { people } = await aHouse(db, [], 1);
    const [person] = people as [APerson];
    const [trial, real, second] = [
      await there(db, person, "rehearsal"),
      await there(db, person, "live"),
      await there(db, person, "rehearsal"),
    ];
    const book = ({ own, session }: typeof trial) => bookSeat(db, guest(own), session);
    expect(await book(trial)).toMatchObject({ ok: true, data: { state: "booked" } });
    expect(await book(real)).toMatchObject({ ok: true, data: { state: "booked" } });
    expect(await book(second)).toMatchObject({ code: "seat-overlaps" });

    // The next in line gets the seat that the real one takes from this person.
    const next = await aParticipant(db, trial.conference);
    await bookSeat(db, guest(next), trial.session);
    const organiser = await anOrganiser(db, trial.conference);
    expect(await goLive(db, organiser, { name: trial.conference.name })).toMatchObject({ ok: true });
    expect((await stateOf(db, trial.own, trial.session))?.state).toBe("cancelled");
    expect((await stateOf(db, real.own, real.session))?.state).toBe("booked");
    expect((await stateOf(db, next, trial.session))?.state).toBe("booked");
    const live = await db.select().from(commitments).where(eq(commitments.conferenceId, trial.conference.id));
    expect(live.map(({ personId, rehearsal }) => [personId, rehearsal])).toEqual([[next.personId, false]]);
  });
});

describe("a release", () => {
  test("moves seats with their session; who cannot follow loses it; less room puts the last back", async ({
    db,
  }) => {
    const { conference, ids, people } = await aHouse(db, [{ seats: 3 }, { seats: 3, from: 12 }], 3);
    const [morning = "", noon = ""] = ids;
    const [a, b, c] = people as [APerson, APerson, APerson];
    for (const person of people) await bookSeat(db, guest(person), morning);
    await bookSeat(db, guest(a), noon);
    const moved = await publish(db, conference, noon, { startsAt: at(9), endsAt: at(10) });
    expect(moved).toEqual([
      { registrationId: a.registrationId, personId: a.personId, sessionId: noon, effect: "lost" },
    ]);
    const less = await publish(db, conference, morning, { seats: 1 });
    expect(less.map(({ personId, effect }) => [personId, effect])).toEqual([
      [c.personId, "waiting"],
      [b.personId, "waiting"],
    ]);
    const free = await publish(db, conference, morning, { seats: null });
    expect(free.map(({ personId, effect }) => [personId, effect])).toEqual([
      [b.personId, "moved-up"],
      [c.personId, "moved-up"],
    ]);
    const gone = await publish(db, conference, morning, "gone");
    expect(gone.map(({ effect }) => effect)).toEqual(["ended", "ended", "ended"]);
    expect(await db.$count(commitments, eq(commitments.conferenceId, conference.id))).toBe(0);
  });

  test("two sessions that change places keep their seats", async ({ db }) => {
    const { conference, ids, people } = await aHouse(db, [{ seats: 1 }, { seats: 1, from: 12 }], 1);
    const [one = "", other = ""] = ids;
    const [person] = people as [APerson];
    await bookSeat(db, guest(person), one);
    await bookSeat(db, guest(person), other);
    const effects = await db.transaction(async (tx) => {
      const locked = await lockConference(tx, conference.id);
      await lockSessions(tx, conference.id);
      for (const [id, from] of [
        [one, 12],
        [other, 9],
      ] as const)
        await tx
          .update(releasedSessions)
          .set({ startsAt: at(from), endsAt: at(from + 1) })
          .where(eq(releasedSessions.sessionId, id));
      return settleSeats(tx, locked, ids);
    });
    expect(effects).toEqual([]);
    expect(await db.$count(commitments, eq(commitments.personId, person.personId))).toBe(2);
  });
});
