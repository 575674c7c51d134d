import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { commitments, sessions } from "@/db/schema";
import { aConference, anOrganiser, aPerson, aProgramme, aRegistration, aRelease } from "@/tests/factories";
import { fitsWidth } from "./support/checks";
import { expect, test } from "./support/test";

const at = (hour: number) => new Date(Date.UTC(2019, 4, 14, hour));

/** Two workshops at the same time, one with a single seat, and two people who may book. */
async function aHouse(db: Database) {
  const conference = await aConference(db);
  const programme = await aProgramme(db, conference, {
    sessions: [
      { title: "Small workshop", seats: 1, startsAt: at(9), endsAt: at(10) },
      { title: "Large workshop", seats: 30, startsAt: at(9), endsAt: at(10) },
    ],
  });
  const [small, large] = programme.sessions;
  if (!small || !large) throw new Error("two sessions");
  const [first, second] = await Promise.all([aRegistration(db, conference), aRegistration(db, conference)]);
  const here = `/en/${conference.slug}/programme`;
  return { conference, first, second, small: `${here}/${small.slug}`, large: `${here}/${large.slug}`, here };
}

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

test("one books the last seat, the next waits, moves up and is told; all of it on the session's page @both", async ({
  page,
  visitor,
  signIn,
  db,
  axe,
  mail,
}) => {
  const { first, second, small, here } = await aHouse(db);
  await signIn(first.person.email);
  await page.goto(small);
  await expect(page.getByText("1 seat left")).toBeVisible();
  await button(page, "Book a seat").click();
  await expect(page.getByText("Your seat is booked.")).toBeVisible();
  await expect(page.getByText("If you cannot come, give the seat back")).toBeVisible();
  await axe(page);
  await fitsWidth(page, 320);

  const other = await visitor();
  await signIn(second.person.email, other);
  await other.goto(here);
  const card = other.locator("li[data-id]", { hasText: "Small workshop" });
  await expect(card.locator(".seats")).toHaveText("Full");
  await other.goto(small);
  await button(other, "Join the waiting list").click();
  await expect(other.getByText("You are on the waiting list.", { exact: true })).toBeVisible();
  await other.goto(`${small}/seat`);
  await expect(other.getByText("You are number 1 on the waiting list. You are next.")).toBeVisible();
  await axe(other);

  await button(page, "Give the seat back").click();
  await expect(page.getByText("You gave it back.")).toBeVisible();
  const { text } = await mail(second.person.email, /You have a seat: Small workshop/);
  expect(text).toContain(`${small}/seat`);
  await other.reload();
  await expect(other.getByText("You have a seat.")).toBeVisible();
  await axe(other);
  // Whoever gave it back can only wait now.
  await page.reload();
  await expect(button(page, "Join the waiting list")).toBeVisible();
});

test("a seat at the same time is named and swapped, never doubled", async ({ page, signIn, db, axe }) => {
  const { first, small, large } = await aHouse(db);
  await signIn(first.person.email);
  await page.goto(small);
  await button(page, "Book a seat").click();
  await expect(page.getByText("Your seat is booked.")).toBeVisible();
  await page.goto(large);
  await button(page, "Book a seat").click();
  await expect(page.getByText("You have something else at this time.")).toBeVisible();
  await page.getByRole("link", { name: "See what you can do" }).click();
  await expect(page.getByText("At this time you have:")).toBeVisible();
  await axe(page);
  await button(page, "Swap: give up “Small workshop” and book this").click();
  await expect(page.getByText("Swapped: your seat is booked, the other one is given back.")).toBeVisible();
  await axe(page);
  await page.goto(`${small}/seat`);
  await expect(page.getByText("1 seat left")).toBeVisible();
  expect(await db.$count(commitments, eq(commitments.personId, first.person.id))).toBe(1);
});

test("who is not signed in comes back after it; who is not registered is told what comes first", async ({
  page,
  signIn,
  db,
  axe,
}) => {
  const { conference, small } = await aHouse(db);
  await page.goto(small);
  await page.getByRole("link", { name: "Book a seat" }).click();
  await expect(page).toHaveURL(/sign-in\?to=/);
  expect(new URL(page.url()).searchParams.get("to")).toBe(`${small}/seat`);
  const person = await aPerson(db);
  await signIn(person.email);
  await page.goto(`${small}/seat`);
  await axe(page);
  await page.getByRole("link", { name: "Register for the conference" }).click();
  await expect(page).toHaveURL(`/en/${conference.slug}/register`);
});

test("the organiser sees who has a seat, takes someone off, and ends the booking", async ({
  page,
  visitor,
  signIn,
  db,
  axe,
  mail,
}) => {
  const { conference, first, second, small } = await aHouse(db);
  for (const one of [first, second]) {
    const other = await visitor();
    await signIn(one.person.email, other);
    await other.goto(`${small}/seat`);
    await button(other, /Book a seat|Join the waiting list/).click();
    await expect(other).toHaveURL(/done=/);
  }
  const organiser = await anOrganiser(db, conference);
  await signIn(organiser.email);
  await page.goto(`/en/${conference.slug}/admin/seats`);
  await expect(page.getByText("1 of 1 booked · 1 waits")).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: "Small workshop" }).click();
  await axe(page);
  const file = await page.request.get(`${page.url()}/export`);
  const lines = (await file.text()).trim().split("\r\n");
  expect(lines[1]).toContain(first.person.email);
  expect(lines[2]).toContain("Waiting list");
  await page.getByRole("link", { name: `Remove ${first.givenName} ${first.familyName}` }).click();
  await axe(page);
  await button(page, "Remove and tell").click();
  await expect(page.getByText("Removed, and told by mail.")).toBeVisible();
  await mail(first.person.email, /No longer booked: Small workshop/);
  await mail(second.person.email, /You have a seat: Small workshop/);

  await page.goto(`/en/${conference.slug}/admin/seats`);
  await page.getByLabel("Minutes before a session begins").fill("-5");
  await button(page, "Save").click();
  const minutes = page.getByLabel("Minutes before a session begins");
  await expect(minutes).toHaveAttribute("aria-invalid", "true");
  await expect(minutes).toHaveValue("-5");
  await page.getByLabel("Minutes before a session begins").fill("120");
  await button(page, "Save").click();
  await expect(page.getByText("Saved", { exact: false })).toBeVisible();
});

test("a seat in what is open to everyone by now is found in the agenda and on the session's page, and given back", async ({
  page,
  signIn,
  db,
  axe,
}) => {
  const { conference, first, small } = await aHouse(db);
  await signIn(first.person.email);
  await page.goto(`${small}/seat`);
  await button(page, "Book a seat").click();
  await expect(page.getByText("Your seat is booked.")).toBeVisible();
  await db.update(sessions).set({ seats: null }).where(eq(sessions.conferenceId, conference.id));
  await aRelease(db, conference);
  await page.goto(small);
  await page.getByRole("link", { name: "Your seat" }).click();
  await expect(page.getByText("You have a seat.")).toBeVisible();
  await page.getByRole("link", { name: "My agenda" }).last().click();
  await axe(page);
  await page.getByRole("link", { name: "Seat booked" }).click();
  await expect(page).toHaveURL(`${small}/seat`);
  await button(page, "Give the seat back").click();
  await expect(page.getByText("You gave it back.")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  // A browser that runs no scripts reports each of them as refused.
  test.beforeEach(({ allow }) => void allow.push(/_next\/static\/.*csp$/));

  test("booking, giving back, booking again and swapping are forms on a page of their own", async ({
    page,
    signIn,
    db,
    moveClock,
  }) => {
    const { conference, first, small, large } = await aHouse(db);
    await signIn(first.person.email);
    await page.goto(small);
    await page.getByRole("link", { name: "Book a seat" }).click();
    await button(page, "Book a seat").click();
    await expect(page.getByText("Your seat is booked.")).toBeVisible();
    await button(page, "Give the seat back").click();
    await expect(page.getByText("You gave it back.")).toBeVisible();
    await button(page, "Book it again").click();
    await expect(page.getByText("Your seat is booked.")).toBeVisible();
    await page.goto(`${large}/seat`);
    await button(page, "Swap: give up “Small workshop” and book this").click();
    await expect(page.getByText("Swapped:")).toBeVisible();
    await moveClock(conference.slug, "2019-05-14T08:45:00Z");
    await button(page, "Give the seat back").click();
    await expect(page.getByText("It is too late")).toBeVisible();
  });
});
