import { createHash, randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { feeds, seats, sessions, stars } from "@/db/schema";
import { aConference, anOrganiser, aPerson, aProgramme, aRegistration } from "@/tests/factories";
import { fitsWidth } from "./support/checks";
import { expect, test } from "./support/test";

/** A published programme of two sessions; someone starred the first, and the draft moves it since. */
async function aHouse(db: Database) {
  const conference = await aConference(db);
  const organiser = await anOrganiser(db, conference);
  const { sessions: made } = await aProgramme(db, conference, {
    release: "Programme announced",
    sessions: [{ title: "Circular Europe", room: "Room A" }, { title: "Closing panel" }],
  });
  const [first] = made;
  if (!first) throw new Error("two sessions were asked for");
  const fan = await aPerson(db);
  await db.insert(stars).values({ conferenceId: conference.id, personId: fan.id, sessionId: first.id });
  return { conference, organiser, first, fan, home: `/en/${conference.slug}` };
}

test("the organiser looks at the difference and publishes; who starred is told; and goes back @both", async ({
  page,
  visitor,
  signIn,
  db,
  axe,
  mail,
}) => {
  const { organiser, first, fan, home } = await aHouse(db);
  const later = { startsAt: new Date("2019-05-14T12:00:00Z"), endsAt: new Date("2019-05-14T13:00:00Z") };
  await db.update(sessions).set(later).where(eq(sessions.id, first.id));
  const reader = await visitor();
  await reader.goto(`${home}/programme/${first.slug}`);
  await expect(reader.getByText("09:00").first()).toBeVisible();

  await signIn(organiser.email);
  await page.goto(`${home}/admin/programme/releases`);
  await axe(page);
  await page.getByRole("link", { name: "Look at the changes and publish" }).click();
  await expect(page.getByText("Time: Tue 14 May, 09:00–10:00 → Tue 14 May, 15:00–16:00")).toBeVisible();
  await expect(page.getByText("One person has starred or booked a session that changes")).toBeVisible();
  await axe(page);
  await fitsWidth(page, 320);

  // Another organiser changes the draft meanwhile: what is published is what was seen, or nothing.
  await db.update(sessions).set({ title: "Circular Europe, again" }).where(eq(sessions.id, first.id));
  await page.getByLabel("Name of the release").fill("Afternoon");
  await page.getByLabel("A sentence for those who are told").fill("The train is late.");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByText("The draft has changed since you looked at it.")).toBeVisible();
  await expect(page.getByText("Title, before: Circular Europe")).toBeVisible();
  await expect(page.getByLabel("Name of the release")).toHaveValue("Afternoon");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByText("Published. Everyone sees this programme now.")).toBeVisible();
  await expect(page.getByText("One person was told by mail.")).toBeVisible();
  await axe(page);

  const { text } = await mail(fan.email, /a session of yours has changed/);
  expect(text).toContain("New time: Tue 14 May, 15:00–16:00 (before: Tue 14 May, 09:00–10:00)");
  expect(text).toContain("The train is late.");
  await reader.goto(`${home}/programme/${first.slug}`);
  await expect(reader.getByText("15:00").first()).toBeVisible();

  await page.goto(`${home}/admin/programme/releases`);
  await page.getByRole("link", { name: "Programme announced" }).click();
  await page.getByRole("link", { name: "Go back to this release" }).click();
  await axe(page);
  await page.getByLabel("Name of the release").fill("As announced");
  await page.getByRole("button", { name: "Publish this release again" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("As announced");
  await reader.goto(`${home}/programme/${first.slug}`);
  await expect(reader.getByText("09:00").first()).toBeVisible();

  await page.getByRole("link", { name: "Put the draft back to this release" }).click();
  await axe(page);
  await page.getByRole("button", { name: "Put the draft back" }).click();
  await expect(page.getByText("The draft is what the public sees.")).toBeVisible();
});

test("whoever booked a session finds it moved, then cancelled, in the agenda, its file and the feed", async ({
  page,
  visitor,
  signIn,
  request,
  db,
  axe,
}) => {
  const { conference, organiser, first, home } = await aHouse(db);
  const { person, id: registrationId } = await aRegistration(db, conference);
  const whose = { conferenceId: conference.id, personId: person.id };
  const [seat] = await db
    .insert(seats)
    .values({
      conferenceId: conference.id,
      sessionId: first.id,
      registrationId,
      state: "booked",
      askedAt: new Date(),
      bookedAt: new Date(),
    })
    .returning();
  expect(seat).toBeDefined();
  const key = randomBytes(32).toString("base64url");
  const keyHash = createHash("sha256").update(key).digest("hex");
  await db.insert(feeds).values({ ...whose, keyHash, sealedKey: "not opened here", locale: "en" });
  const feed = async () => (await request.get(`/feeds/${key}.ics`)).text();
  expect(await feed()).toMatch(/SEQUENCE:1\r\n[\s\S]*SUMMARY:Circular Europe/);
  await signIn(organiser.email);
  const publish = async (set: Partial<typeof sessions.$inferInsert>, name: string) => {
    await db.update(sessions).set(set).where(eq(sessions.id, first.id));
    await page.goto(`${home}/admin/programme/releases/publish`);
    await page.getByLabel("Name of the release").fill(name);
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(page.getByText("Published. Everyone sees this programme now.")).toBeVisible();
  };
  await publish(
    { startsAt: new Date("2019-05-14T12:00:00Z"), endsAt: new Date("2019-05-14T13:00:00Z") },
    "Moved",
  );
  const moved = await feed();
  expect(moved).toContain("DTSTART:20190514T120000Z");
  expect(moved).toContain("SEQUENCE:2");

  await publish({ cancelledAt: new Date() }, "Cancelled");
  const reader = await visitor();
  await signIn(person.email, reader);
  await reader.goto(`${home}/agenda`);
  const entry = reader.getByRole("listitem").filter({ hasText: "Circular Europe" });
  await expect(entry).toContainText("Cancelled");
  await expect(entry).not.toContainText("Seat booked");
  await axe(reader);
  for (const file of [await feed(), await (await reader.request.get(`${home}/agenda/calendar`)).text()]) {
    expect(file).toContain("STATUS:CANCELLED");
    expect(file).toContain("SEQUENCE:3");
  }
});

test("a programme file is checked, shown and taken over; a broken one says in which line", async ({
  page,
  signIn,
  db,
  axe,
}) => {
  const { organiser, home } = await aHouse(db);
  await signIn(organiser.email);
  await page.goto(`${home}/admin/programme/import`);
  await axe(page);
  await fitsWidth(page, 320);
  const send = async (content: string) => {
    const file = { name: "plan.csv", mimeType: "text/csv", buffer: Buffer.from(content) };
    await page.getByLabel("Programme file").setInputFiles(file);
    await page.getByRole("button", { name: "Check the file and show what changes" }).click();
  };
  await send("title,starts,ends\nWalk,tomorrow,2019-05-14 18:00\n=1+1,2019-05-14 17:00,2019-05-14 18:00");
  await expect(page.getByText("2 things in the file are wrong. Nothing was taken over.")).toBeVisible();
  await expect(page.getByText("Line 2: starts: “tomorrow” is no date and time.")).toBeVisible();
  await expect(page.getByText("Line 3: “=1+1” in title begins like a formula.")).toBeVisible();
  await axe(page);
  await send(
    "title,starts,ends\nCircular Europe,2019-05-14 09:00,2019-05-14 10:30\nWalk,2019-05-14 17:00,2019-05-14 18:00",
  );
  await expect(page.getByText("plan.csv: 1 new session, 1 changed, 1 taken out of the draft.")).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: "Cancel" }).click();
  await send(
    "title,starts,ends,room\nCircular Europe,2019-05-14 09:00,2019-05-14 10:30,Room A\nWalk,2019-05-14 10:00,2019-05-14 18:00,Room A",
  );
  const clash = page.getByRole("region", { name: "This file brings a clash" });
  await expect(clash).toContainText("Circular Europe");
  await expect(clash).toContainText("The room is also used by “Walk” at that time.");
  await axe(page);
  await fitsWidth(page, 320);
  await page.getByRole("button", { name: "Take it over into the draft" }).click();
  await expect(page.getByText("With this file the draft has a new clash, so nothing was")).toBeVisible();
  await page.getByLabel("Take it over with this clash").check();
  await page.getByRole("button", { name: "Take it over into the draft" }).click();
  await expect(page.getByText("The file is in the draft now.")).toBeVisible();
  await page.goto(`${home}/admin/programme`);
  await expect(page.getByRole("region", { name: "1 clash" })).toContainText("also used by “Walk”");
});

test("other programs read the schedule, and are told when they have it already", async ({ page, db }) => {
  const { conference, first } = await aHouse(db);
  const { request } = page.context();
  for (const base of [`/en/${conference.slug}`, `/${conference.slug}`])
    for (const format of ["json", "xml", "ics"]) {
      const answer = await request.get(`${base}/schedule.${format}`);
      expect(answer.status()).toBe(200);
      expect(await answer.text()).toContain(first.id);
      const { etag, "cache-control": cache } = answer.headers();
      expect(cache).toBe("public, max-age=60");
      const again = await request.get(`${base}/schedule.${format}`, {
        headers: { "if-none-match": etag ?? "" },
      });
      expect([again.status(), await again.text()]).toEqual([304, ""]);
    }
  const moved = await request.get(`/en/${conference.slug}/programme.ics`, { maxRedirects: 0 });
  expect([moved.status(), moved.headers().location]).toEqual([308, `/en/${conference.slug}/schedule.ics`]);
});
