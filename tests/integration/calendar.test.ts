import { eq } from "drizzle-orm";
import { GET } from "@/app/feeds/[key]/route";
import type { Database } from "@/db/client";
import { sessions } from "@/db/schema";
import { listAgenda } from "@/lib/agenda/queries";
import type { Guest } from "@/lib/auth/actors";
import { bookSeat } from "@/lib/bookings/mutations";
import { makeFeed } from "@/lib/feeds/mutations";
import { findFeed } from "@/lib/feeds/queries";
import { aConference, anOrganiser, aParticipant, aProgramme } from "@/tests/factories";
import { publishDraft } from "./support/publishing";
import { expect, test } from "./test";

/** A workshop of one seat, which the first booked and the second waits for; the feed of the first. */
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
  await makeFeed(db, holder, "en");
  const key = (await findFeed(db, holder))?.key ?? "";
  const read = async () => {
    const answer = await GET(new Request(`http://localhost/feeds/${key}.ics`), {
      params: Promise.resolve({ key: `${key}.ics` }),
    });
    expect(answer.status).toBe(200);
    return answer.text();
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
