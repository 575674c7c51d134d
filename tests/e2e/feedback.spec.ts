import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { releasedSessions, sessionHosts, stars } from "@/db/schema";
import { aConference, anOrganiser, aPerson, aProgramme, aRegistration } from "@/tests/factories";
import { fitsWidth } from "./support/checks";
import { expect, test } from "./support/test";

/** A conference whose session of 09:00 to 10:00 has been over for two hours. */
async function aHouse(db: Database) {
  const conference = await aConference(db, {
    mode: "rehearsal",
    clockSetAt: new Date("2019-05-14T09:00:00Z"),
  });
  await aProgramme(db, conference, { sessions: [{ title: "Keynote" }] });
  const [session] = await db
    .select()
    .from(releasedSessions)
    .where(eq(releasedSessions.conferenceId, conference.id));
  if (!session) throw new Error("no session");
  const people = await Promise.all([1, 2, 3].map(() => aRegistration(db, conference)));
  return { conference, session, people, here: `/en/${conference.slug}/programme/${session.slug}` };
}

test("participants say it once; the host reads it summed up, without names, from three answers on @both", async ({
  page,
  visitor,
  signIn,
  db,
  axe,
}) => {
  const { conference, session, people, here } = await aHouse(db);
  const host = await aPerson(db);
  await db.insert(sessionHosts).values({ sessionId: session.sessionId, personId: host.id });
  const desk = await visitor();
  await signIn(host.email, desk);

  for (const [index, { person }] of people.entries()) {
    await signIn(person.email);
    // From the session's page, or from the agenda of someone who starred it.
    const agenda = `/en/${conference.slug}/agenda`;
    if (index === 1)
      await db
        .insert(stars)
        .values({ conferenceId: conference.id, personId: person.id, sessionId: session.sessionId });
    await page.goto(index === 1 ? agenda : here);
    await page.getByRole("link", { name: "Give feedback" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your feedback");
    if (index === 0) {
      await axe(page);
      await fitsWidth(page, 320);
      await page.getByLabel("What was good, what could be better?").fill("More time for questions");
      await page.getByRole("button", { name: "Give feedback" }).click();
      await expect(page.getByText("Please fill this in.")).toBeVisible();
      await expect(page.getByLabel("What was good, what could be better?")).toHaveValue(
        "More time for questions",
      );
      await axe(page);
    }
    await page.getByRole("radio", { name: index === 0 ? "Excellent" : "Good" }).check();
    await page.getByRole("button", { name: "Give feedback" }).click();
    await expect(page.getByText("Thank you for your feedback")).toBeVisible();
    if (index === 1) {
      await page.goto(agenda);
      await expect(page.getByRole("link", { name: "Keynote" })).toBeVisible();
      await expect(page.getByRole("link", { name: "Give feedback" })).toHaveCount(0);
    }
    await desk.goto(here);
    await desk.getByRole("link", { name: "How it was received" }).click();
    const few = desk.getByText("Ratings and texts are shown from 3 answers on");
    if (index < 2) await expect(few).toBeVisible();
  }
  await page.goto(here);
  await expect(page.getByRole("button", { name: /^Star / })).toBeVisible();
  await expect(page.getByRole("link", { name: "How it was received" })).toHaveCount(0);
  await page.goto(`${here}/feedback`);
  await expect(page.getByText("You have given your feedback", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Give feedback" })).toHaveCount(0);
  await axe(page);

  await expect(desk.getByText("3 people have answered.")).toBeVisible();
  await expect(desk.getByRole("heading", { name: "4.3 of 5 on average" })).toBeVisible();
  await expect(desk.getByText("More time for questions")).toBeVisible();
  const seen = await desk.getByRole("main").textContent();
  for (const { person, familyName } of people) {
    expect(seen).not.toContain(familyName);
    expect(seen).not.toContain(person.email);
  }
  await axe(desk);
  await fitsWidth(desk, 320);

  const organiser = await anOrganiser(db, conference);
  await signIn(organiser.email, desk);
  await desk.goto(`/en/${conference.slug}/admin/programme/sessions/${session.sessionId}`);
  await desk.getByRole("link", { name: "How it was received" }).click();
  await expect(desk.getByText("3 people have answered.")).toBeVisible();
});

test("a participant and a host of another session may not read it", async ({ page, signIn, db, allow }) => {
  allow.push(/status of 403/);
  const { people, here } = await aHouse(db);
  const other = await aHouse(db);
  const host = await aPerson(db);
  await db.insert(sessionHosts).values({ sessionId: other.session.sessionId, personId: host.id });
  for (const email of [people[0]?.person.email ?? "", host.email]) {
    await signIn(email);
    expect((await page.goto(`${here}/feedback/results`))?.status()).toBe(403);
  }
});

test("without JavaScript it is given all the same, and a mistake loses nothing", async ({
  plainPage: page,
  signIn,
  db,
}) => {
  const { people, here } = await aHouse(db);
  await signIn(people[0]?.person.email ?? "", page);
  await page.goto(`${here}/feedback`);
  await page.getByLabel("What was good, what could be better?").fill("Plain");
  await page.getByRole("button", { name: "Give feedback" }).click();
  await expect(page.getByText("Please fill this in.")).toBeVisible();
  await expect(page.getByLabel("What was good, what could be better?")).toHaveValue("Plain");
  await page.getByRole("radio", { name: "Fair" }).check();
  await page.getByRole("button", { name: "Give feedback" }).click();
  await expect(page.getByText("Thank you for your feedback")).toBeVisible();
});

test("before the end and after the week the page says when", async ({ page, signIn, db, moveClock }) => {
  const { conference, people, here } = await aHouse(db);
  await signIn(people[0]?.person.email ?? "");
  await moveClock(conference.slug, "2019-05-14T06:30:00Z");
  await page.goto(`${here}/feedback`);
  await expect(page.getByText("Feedback opens after the session")).toBeVisible();
  await expect(page.getByText(/Come back from Tue,? 14 May 2019,? 10:00/)).toBeVisible();
  await moveClock(conference.slug, "2019-05-21T07:00:01Z");
  await page.goto(`${here}/feedback`);
  await expect(page.getByText("The time for feedback is over")).toBeVisible();
  await expect(page.getByRole("button", { name: "Give feedback" })).toHaveCount(0);
});
