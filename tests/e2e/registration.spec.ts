import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { conferences, registrations } from "@/db/schema";
import { aConference, aConsent, aPerson, aQuestion, aRegistration } from "@/tests/factories";
import { fitsWidth } from "./support/checks";
import { expect, test } from "./support/test";

const demo = "/en/ecc2019";

async function fillPerson(page: Page) {
  await page.getByLabel("Given name").fill("Mira");
  await page.getByLabel("Family name").fill("Țepeș");
  await page.getByLabel("Country", { exact: true }).selectOption("RO");
}

test("a newcomer registers on the phone, finds the missed field, and has a ticket @both", async ({
  page,
  signIn,
  db,
  axe,
  mail,
}) => {
  const person = await aPerson(db, { givenName: null, familyName: null });
  await signIn(person.email);
  await page.goto(`${demo}/register`);
  await axe(page);
  await fitsWidth(page, 320);
  await page.getByRole("radio", { name: /^Cluster organisation/ }).check();
  await page.getByLabel("Given name").fill("Mira");
  await page.getByRole("button", { name: "Register", exact: true }).click();
  await expect(page.getByLabel("Family name")).toBeFocused();
  await expect(page.getByLabel("Given name")).toHaveValue("Mira");
  await expect(page.getByRole("radio", { name: /^Cluster organisation/ })).toBeChecked();
  await axe(page);
  await fillPerson(page);
  for (const box of await page.getByRole("checkbox", { name: /\(required\)/ }).all()) await box.check();
  await page.getByRole("radio", { name: "14 May, for the opening" }).check();
  await page.getByRole("button", { name: "Register", exact: true }).click();
  await expect(page.getByRole("heading", { name: "You have a place" })).toBeVisible();
  await expect(page.getByRole("img", { name: /QR code of ticket/ })).toBeVisible();
  await axe(page);
  const { text } = await mail(person.email, /You have a place/);
  const [row] = await db.select().from(registrations).where(eq(registrations.personId, person.id));
  expect(text.replaceAll("-", "")).toContain(row?.ticketCode ?? "no ticket");
  await page.goBack();
  await page.goto(`${demo}/register`);
  await expect(page.getByText("You are registered already")).toBeVisible();
  const file = await page.request.get(`${demo}/registration/calendar`);
  expect(await file.text()).toContain("BEGIN:VEVENT");
});

test("full: one waits, another cancels, the offer is accepted", async ({
  page,
  signIn,
  visitor,
  db,
  mail,
  axe,
}) => {
  const conference = await aConference(db, { capacity: 1 });
  const here = `/en/${conference.slug}`;
  const inside = await aRegistration(db, conference);
  const person = await aPerson(db);
  await signIn(person.email);
  await page.goto(`${here}/register`);
  await expect(page.getByText("All places are taken: you join the waiting list")).toBeVisible();
  await fillPerson(page);
  await page.getByRole("button", { name: "Join the waiting list" }).click();
  await expect(page.getByRole("heading", { name: "You are number 1 on the waiting list" })).toBeVisible();
  await axe(page);

  const other = await visitor();
  await signIn(inside.person.email, other);
  await other.goto(`${here}/registration`);
  await other.getByRole("link", { name: "Cancel my registration" }).click();
  await other.getByRole("button", { name: "Cancel my registration" }).click();
  await expect(other.getByRole("heading", { name: "Your registration is cancelled" })).toBeVisible();
  await axe(other);

  expect((await mail(person.email, /A place is free/)).text).toContain(`${here}/registration`);
  await page.reload();
  await axe(page);
  await page.getByRole("button", { name: "Accept the place" }).click();
  await expect(page.getByRole("heading", { name: "You have a place" })).toBeVisible();
  await other.getByRole("button", { name: "Take the cancellation back" }).click();
  await expect(other.getByText("Your place has gone to the next in line")).toBeVisible();
});

test("editing, cancelling and taking it back", async ({ page, signIn, db }) => {
  const conference = await aConference(db);
  const { person } = await aRegistration(db, conference);
  const here = `/en/${conference.slug}/registration`;
  await signIn(person.email);
  await page.goto(here);
  await page.getByRole("link", { name: "Change" }).click();
  await page.getByLabel("Job title").fill("Head of <b>clusters</b>");
  await page.getByRole("button", { name: "Save the changes" }).click();
  await expect(page.getByText("Your changes are saved.")).toBeVisible();
  await expect(page.getByText("Head of <b>clusters</b>")).toBeVisible();
  await page.goto(`${here}/cancel`);
  await page.getByRole("button", { name: "Cancel my registration" }).click();
  await page.getByRole("button", { name: "Take the cancellation back" }).click();
  await expect(page.getByRole("heading", { name: "You have a place" })).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  // A browser that runs no scripts reports each of them as refused.
  test.beforeEach(({ allow }) => void allow.push(/_next\/static\/.*csp$/));

  test("the form shows what the chosen type is asked, loses nothing, and registers", async ({
    page,
    signIn,
    db,
  }) => {
    const conference = await aConference(db, {
      types: [{ name: { en: "Guest" } }, { name: { en: "Speaker" } }],
    });
    const talk = { label: { en: "Your talk" }, required: true, typeIds: [conference.types[1]?.id ?? ""] };
    await aQuestion(db, conference, talk);
    await aConsent(db, conference, { required: true });
    await signIn((await aPerson(db)).email);
    await page.goto(`/en/${conference.slug}/register`);
    await expect(page.getByLabel("Your talk")).toBeHidden();
    await page.getByRole("radio", { name: /Speaker/ }).check();
    await expect(page.getByLabel("Your talk")).toBeVisible();
    await fillPerson(page);
    await page.getByRole("button", { name: "Register", exact: true }).click();
    await expect(page.getByText("Please look at the marked fields.")).toBeVisible();
    await expect(page.getByRole("radio", { name: /Speaker/ })).toBeChecked();
    await expect(page.getByLabel("Given name")).toHaveValue("Mira");
    await page.getByRole("radio", { name: /Guest/ }).check();
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: "Register", exact: true }).click();
    await expect(page.getByRole("heading", { name: "You have a place" })).toBeVisible();
  });
});

test("by the keyboard alone @desktop", async ({ page, signIn, db }) => {
  const conference = await aConference(db);
  await signIn((await aPerson(db)).email);
  await page.goto(`/en/${conference.slug}/register`);
  await page.getByLabel("Given name").focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("Mira");
  for (const text of ["Țepeș", "Cluster", "Manager", "Rom"]) {
    await page.keyboard.press("Tab");
    await page.keyboard.type(text);
  }
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "You have a place" })).toBeVisible();
});

test("a closed registration says since when, before anyone signs in", async ({ page, db, axe }) => {
  const conference = await aConference(db);
  await db
    .update(conferences)
    .set({ clockSetAt: new Date("2019-05-10T08:00:00Z") })
    .where(eq(conferences.id, conference.id));
  await page.goto(`/en/${conference.slug}/register`);
  await expect(page.getByText("Registration has closed")).toBeVisible();
  await expect(page.getByText(/It closed on .* 2019/)).toBeVisible();
  await axe(page);
});
