import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { auditEntries, persons } from "@/db/schema";
import { aPerson } from "@/tests/factories";
import { CONFERENCE } from "./public-pages";
import { fitsWidth } from "./support/checks";
import { expect, test } from "./support/test";

const MY_DATA = `/en/${CONFERENCE}/my-data`;

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
  return readFile(await file.path(), "utf8");
}

test("someone sees what is held about them and takes it along @both", async ({ page, signIn, axe }) => {
  await signIn("participant@example.org");
  await page.goto(`/en/${CONFERENCE}/privacy`);
  await expect(page.getByRole("heading", { name: "Diet and access needs" })).toBeVisible();
  await axe(page);
  await fitsWidth(page, 320);
  await page.getByRole("link", { name: "See, download or erase my data" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "My data" })).toBeVisible();
  await expect(page.getByText("Green Energy")).toBeVisible();
  await expect(page.getByText("Cluster organisation", { exact: true })).toBeVisible();
  await expect(page.getByText(/^Version 1, given on Mon, 18 Feb 2019/).first()).toBeVisible();
  await axe(page);
  await fitsWidth(page, 320);

  const json = JSON.parse(await download(page, "Download as JSON"));
  expect(json.persons).toMatchObject([{ email: "participant@example.org", family_name: "Marin" }]);
  expect(json.registrations).toMatchObject([{ organisation: "Green Energy", state: "confirmed" }]);
  expect(json.given_consents.length).toBeGreaterThan(0);
  const csv = await download(page, "Download as CSV");
  expect(csv.split("\r\n")[0]).toContain("section,record,field,value");
  expect(csv).toContain("registrations,1,organisation,Green Energy");
});

test("a file is nobody else's: kept nowhere, and not given to a visitor", async ({ page, signIn }) => {
  const refused = await page.request.get(`${MY_DATA}/download?format=json`, { maxRedirects: 0 });
  expect(refused.headers().location ?? "").toContain("/sign-in");
  await signIn("participant@example.org");
  const given = await page.request.get(`${MY_DATA}/download?format=csv`);
  expect(given.headers()["cache-control"]).toContain("no-store");
  expect(given.headers()["content-disposition"]).toContain("attachment");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("someone erases their account, after one wrong address @both", async ({ page, signIn, db, allow }) => {
    // A browser that runs no scripts reports the preloaded ones as blocked.
    allow.push(/_next\/static\/.* csp$/);
    const there = await aPerson(db);
    await signIn(there.email);
    await page.goto(MY_DATA);
    await page.getByRole("link", { name: "Erase my account …" }).click();
    await expect(page.getByText(`The audit log keeps the number ${there.number}`)).toBeVisible();

    await page.getByLabel("Type your address to confirm").fill("someone.else@example.org");
    await page.getByRole("button", { name: "Erase my account for good" }).click();
    await expect(page.getByText("This is not the address of your account.")).toBeVisible();
    await expect(page.getByLabel("Type your address to confirm")).toHaveValue("someone.else@example.org");

    await page.getByLabel("Type your address to confirm").fill(there.email.toUpperCase());
    await page.getByRole("button", { name: "Erase my account for good" }).click();
    await expect(page.getByRole("heading", { name: "Your account is erased" })).toBeVisible();
    expect(await db.select().from(persons).where(eq(persons.id, there.id))).toEqual([]);
    const left = await db.select().from(auditEntries).where(eq(auditEntries.actorNumber, there.number));
    expect(left.map(({ action }) => action)).toContain("person.erased");

    allow.push(/status of 40/);
    await page.goto(MY_DATA);
    await expect(page).toHaveURL(/\/en\/sign-in/);
  });
});

test("the only owner is told why the account stays", async ({ page, signIn, axe }) => {
  await signIn("owner@example.org");
  await page.goto(`${MY_DATA}/erase`);
  await expect(page.getByText("You are the only owner of this portal")).toBeVisible();
  await expect(page.getByRole("button", { name: "Erase my account for good" })).toHaveCount(0);
  await axe(page);
});

test("the page before the last step is readable to all", async ({ page, signIn, axe, db }) => {
  const person = await aPerson(db, { givenName: "=1+1" });
  await signIn(person.email);
  const csv = await (await page.request.get(`${MY_DATA}/download?format=csv`)).text();
  expect(csv, "a name is no formula in a spreadsheet").toContain("given_name,'=1+1");
  await page.goto(`${MY_DATA}/erase`);
  await axe(page);
  await fitsWidth(page, 320);
  await page.getByRole("link", { name: "Keep my account" }).click();
  await expect(page.getByText("You have not registered for a conference.")).toBeVisible();
});

test("the demonstration says what is real in it, in every language", async ({ page, axe }) => {
  const titles = {
    en: "What is real here",
    ro: "Ce este real aici",
    fr: "Ce qui est réel ici",
    de: "Was hier echt ist",
  };
  for (const [locale, title] of Object.entries(titles)) {
    await page.goto(`/${locale}/${CONFERENCE}/demonstration`);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  }
  await axe(page);
});
