import { eq } from "drizzle-orm";
import { agendaCalendar } from "@/components/agenda/agenda-calendar";
import type { Database } from "@/db/client";
import { sessions } from "@/db/schema";
import { findReleaseStamp, listAgenda } from "@/lib/agenda/queries";
import type { Guest } from "@/lib/auth/actors";
import { bookSeat } from "@/lib/bookings/mutations";
import { aConference, anOrganiser, aParticipant, aProgramme } from "@/tests/factories";
import { publishDraft } from "./support/publishing";
import { expect, test } from "./test";

/** A workshop of one seat, which the first booked and the second waits for; the calendar of the first. */
async function aBooked(db: Database) {
  const conference = await aConference(db);
  const organiser = await anOrganiser(db, conference);
  const { sessions: rows } = await aProgramme(db, conference, {
    sessions: [{ title: "Workshop", seats: 1 }, { title: "Open" }],
  });
  const [workshop] = rows;
  if (!workshop) throw new Error("The programme was not written");
  const people = [await aParticipant(db, conference), await aParticipant(db, conference)];
  const [holder, waiter] = people.map((person) => person as unknown as Guest);
  if (!holder || !waiter) throw new Error("two people");
  for (const person of [holder, waiter]) await bookSeat(db, person, workshop.id);
  const read = async () => {
    const entries = await listAgenda(db, { personId: holder.personId, conference });
    const head = await findReleaseStamp(db, conference);
    return agendaCalendar(conference, "en", entries, head, "https://portal.example");
  };
  const change = (set: Partial<typeof sessions.$inferInsert>) =>
    db.update(sessions).set(set).where(eq(sessions.id, workshop.id));
  return { conference, organiser, holder, waiter, workshop, read, change };
}

test("a booked session that is cancelled stays in the agenda and the calendar, and says so", async ({
  db,
}) => {
  const { conference, organiser, holder, waiter, read, change } = await aBooked(db);
  expect(await read()).toMatch(/SUMMARY:Workshop\r\n/);
  await change({ cancelledAt: new Date() });
  await publishDraft(db, organiser);
  for (const { personId } of [holder, waiter])
    expect(await listAgenda(db, { personId, conference })).toMatchObject([
      { title: "Workshop", cancelled: true, starred: false, seat: null },
    ]);
  const file = await read();
  expect(file).toMatch(/SUMMARY:Cancelled: Workshop\r\n/);
  expect(file).toContain("STATUS:CANCELLED");
  expect(file).toContain("SEQUENCE:2");
  // It takes place after all: the seat is gone, and so is the entry, until it is booked anew.
  await change({ cancelledAt: null });
  await publishDraft(db, organiser);
  expect(await listAgenda(db, { personId: holder.personId, conference })).toEqual([]);
  expect(await read()).not.toContain("VEVENT");
});

test("who books again what was cancelled once has it once", async ({ db }) => {
  const { conference, organiser, holder, workshop, change } = await aBooked(db);
  const mine = () => listAgenda(db, { personId: holder.personId, conference });
  for (const cancelledAt of [new Date(), null]) {
    await change({ cancelledAt });
    await publishDraft(db, organiser);
  }
  await bookSeat(db, holder, workshop.id);
  expect(await mine()).toMatchObject([{ title: "Workshop", cancelled: false, seat: "booked" }]);
  await change({ cancelledAt: new Date() });
  await publishDraft(db, organiser);
  expect(await mine()).toMatchObject([{ title: "Workshop", cancelled: true, seat: null }]);
});

test("a move reaches the calendar with a higher sequence and the same name", async ({ db }) => {
  const { organiser, workshop, read, change } = await aBooked(db);
  const before = await read();
  expect(before).toContain("SEQUENCE:1");
  await change({
    startsAt: new Date("2019-05-15T12:00:00Z"),
    endsAt: new Date("2019-05-15T13:00:00Z"),
  });
  expect(await read()).toBe(before);
  await publishDraft(db, organiser);
  const after = await read();
  expect(after).toContain("SEQUENCE:2");
  expect(after).toContain("DTSTART:20190515T120000Z");
  for (const file of [before, after]) expect(file).toContain(`UID:${workshop.id}@openfloor`);
});
