import { createHash, randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { feeds, registrations, seats, stars } from "@/db/schema";
import { aConference, aPerson, aProgramme, aRegistration } from "@/tests/factories";
import { fitsWidth } from "./support/checks";
import { expect, test } from "./support/test";

const home = "/en/ecc2019";
const day = `${home}/programme?day=2019-05-15`;
const star = (page: Page, title: string) => page.getByRole("button", { name: `Star ${title}`, exact: true });
const kept = (page: Page) => page.evaluate(() => localStorage.getItem("openfloor.stars.ecc2019"));

test("stars are kept on the device, and belong to the account from the first page after sign-in @both", async ({
  page,
  visitor,
  signIn,
  db,
  axe,
}) => {
  await page.goto(day);
  await star(page, "Circular Europe").click();
  await expect(star(page, "Circular Europe")).toHaveAttribute("aria-pressed", "true");
  await axe(page);
  await fitsWidth(page, 320);
  await page.reload();
  await expect(star(page, "Circular Europe")).toHaveAttribute("aria-pressed", "true");
  // By keyboard, and taken back by pressing again.
  await star(page, "Closing panel").focus();
  await page.keyboard.press("Space");
  await expect(star(page, "Closing panel")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Enter");
  await expect(star(page, "Closing panel")).toHaveAttribute("aria-pressed", "false");
  await page.goto(`${home}/programme/digitalisation-and-skills-gap`);
  await star(page, "Digitalisation and skills gap").click();
  await expect(page.getByText("Kept on this device. Sign in to have it on every device.")).toBeVisible();

  const person = await aPerson(db);
  await signIn(person.email);
  await page.goto(home);
  await expect.poll(() => kept(page)).toBeNull();
  const device = await visitor();
  await signIn(person.email, device);
  await device.goto(day);
  await expect(star(device, "Circular Europe")).toHaveAttribute("aria-pressed", "true");
  await expect(star(device, "Digitalisation and skills gap")).toHaveAttribute("aria-pressed", "true");
  await star(device, "Closing panel").click();
  await expect(star(device, "Closing panel")).toHaveAttribute("aria-pressed", "true");
  await device.getByRole("checkbox", { name: "Only my agenda" }).check();
  await expect(device.getByText("3 sessions on this day")).toBeVisible();
  await expect(device.getByRole("heading", { name: "Shared value and social impact" })).toBeHidden();
  expect(await kept(device)).toBeNull();

  await expect(async () => {
    await page.goto(`${home}/agenda`);
    await expect(page.getByRole("heading", { name: "Closing panel" })).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(
    page.getByText("Overlaps with Circular Europe from 13:30 to 15:00 (90 minutes)."),
  ).toBeVisible();
  await expect(page.getByText("Free from 15:00 to 16:45")).toBeVisible();
  await expect(page.getByText(/3 minutes on foot to Plenary hall, level P1/)).toBeVisible();
  await axe(page);
  await fitsWidth(page, 320);
  await star(page, "Circular Europe").click();
  await expect(star(page, "Circular Europe")).toHaveAttribute("aria-pressed", "false");
});

test("beside the programme stands what is mine on that day", { tag: "@desktop" }, async ({ page }) => {
  await page.goto(day);
  const panel = page.getByRole("complementary", { name: "My agenda" });
  await expect(panel).toContainText("Nothing of yours on this day yet");
  await star(page, "Circular Europe").click();
  await star(page, "Shared value and social impact").click();
  await expect(panel.getByRole("listitem")).toHaveCount(2);
  await expect(panel).toContainText("Overlaps with Circular Europe from 13:30 to 15:00.");
  await page.getByRole("link", { name: /Tue 14 May|Tue, 14 May/ }).click();
  await expect(panel).toContainText("Nothing of yours on this day yet");
});

test.describe("without the worker, which would hide the request from the test", () => {
  test.use({ serviceWorkers: "block" });

  test("a press that could not be kept is taken back and said", async ({ page, signIn, db, allow }) => {
    allow.push(/status of 500/);
    await signIn((await aPerson(db)).email);
    await page.goto(day);
    await page.route("**/api/stars/**", (route) => route.fulfill({ status: 500 }));
    await expect(star(page, "Circular Europe")).toHaveAttribute("aria-pressed", "false");
    await star(page, "Circular Europe").click();
    await expect(page.getByText("That could not be kept.")).toBeVisible();
    await expect(star(page, "Circular Europe")).toHaveAttribute("aria-pressed", "false");
  });
});

test("an empty agenda says what will be there; without an account it leads to sign-in and back", async ({
  page,
  signIn,
  db,
  axe,
}) => {
  await page.goto(`${home}/agenda`);
  await expect(page).toHaveURL(/\/en\/sign-in\?to=%2Fen%2Fecc2019%2Fagenda/);
  await signIn((await aPerson(db)).email);
  await page.goto(`${home}/agenda`);
  await expect(page.getByRole("heading", { name: "Nothing is in your agenda yet" })).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: "Open the programme" }).click();
  await expect(page).toHaveURL(/\/programme$/);
});

test("the calendar has a private address that can be replaced and ended @both", async ({
  page,
  request,
  signIn,
  db,
  axe,
  portal,
}) => {
  const person = await aPerson(db, { familyName: "Quibblethorpe" });
  await signIn(person.email);
  await page.goto(day);
  await star(page, "Circular Europe").click();
  await expect(star(page, "Circular Europe")).toHaveAttribute("aria-pressed", "true");
  await expect(async () => {
    await page.goto(`${home}/agenda`);
    await expect(page.getByRole("heading", { name: "Circular Europe" })).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.getByRole("button", { name: "Make a private address" }).click();
  const field = page.getByLabel("Private address");
  await expect(field).toHaveValue(/\/feeds\/[\w-]{43}\.ics$/);
  // The page came anew with the answer; what is starred still says so.
  await expect(star(page, "Circular Europe")).toHaveAttribute("aria-pressed", "true");
  await axe(page);
  const address = await field.inputValue();
  expect(address.startsWith(portal.address)).toBe(true);
  await expect(page.getByRole("link", { name: "Open in my calendar" })).toHaveAttribute("href", /^webcal:/);
  const feed = await request.get(address);
  expect(feed.headers()["content-type"]).toContain("text/calendar");
  const file = await feed.text();
  expect(file).toContain("SUMMARY:Circular Europe");
  expect(file).toContain("DTSTART:20190515T103000Z");
  for (const word of [person.email, "Quibblethorpe", person.id]) expect(file).not.toContain(word);
  const again = await request.get(address, { headers: { "if-none-match": feed.headers().etag ?? "" } });
  expect(again.status()).toBe(304);

  await page.getByText("Change or end the address").click();
  await page.getByRole("button", { name: "Make a new address" }).click();
  await expect(field).not.toHaveValue(address);
  expect((await request.get(address)).status()).toBe(404);
  const renewed = await field.inputValue();
  expect((await request.get(renewed)).status()).toBe(200);
  await page.getByRole("button", { name: "End the address" }).click();
  await expect(page.getByRole("button", { name: "Make a private address" })).toBeVisible();
  expect((await request.get(renewed)).status()).toBe(404);
  const download = await page.request.get(`${home}/agenda/calendar`);
  expect(await download.text()).toContain("SUMMARY:Circular Europe");
});

test("the feed of someone who cancelled has nothing in it; who asks too often is told when to come again", async ({
  request,
  db,
}) => {
  const conference = await aConference(db);
  const { sessions } = await aProgramme(db, conference, { sessions: [{ title: "Only here" }] });
  const { person, ...registration } = await aRegistration(db, conference);
  const key = randomBytes(32).toString("base64url");
  const whose = { conferenceId: conference.id, personId: person.id };
  await db.insert(stars).values(sessions.map(({ id }) => ({ ...whose, sessionId: id })));
  const keyHash = createHash("sha256").update(key).digest("hex");
  await db.insert(feeds).values({ ...whose, keyHash, sealedKey: "not opened here", locale: "ro" });
  const read = () => request.get(`/feeds/${key}.ics`);
  expect(await (await read()).text()).toContain("SUMMARY:Only here");
  await db
    .update(registrations)
    .set({ state: "cancelled", cancelledAt: new Date(), cancelReason: "participant" })
    .where(eq(registrations.id, registration.id));
  const emptied = await read();
  expect(emptied.status()).toBe(200);
  expect(await emptied.text()).toMatch(/^BEGIN:VCALENDAR[\s\S]*X-WR-CALNAME:Agenda mea/);
  expect(await (await read()).text()).not.toContain("VEVENT");
  const answers = [];
  for (let turn = 0; turn < 125; turn++) answers.push(await read());
  const last = answers.at(-1);
  expect(last?.status()).toBe(429);
  expect(Number(last?.headers()["retry-after"])).toBeGreaterThan(0);
});

test("without JavaScript there is no star that does nothing", async ({ plainPage: page }) => {
  for (const address of [day, `${home}/programme/circular-europe`]) {
    await page.goto(address);
    await expect(page.getByRole("button", { name: /^Star / })).toHaveCount(0);
  }
  await page.goto(day);
  await expect(page.getByRole("checkbox", { name: "Only my agenda" })).toHaveCount(0);
  await expect(page.getByRole("complementary", { name: "My agenda" })).toHaveCount(0);
});

test("the agenda prints every day with its zones, and nothing that can only be pressed", async ({
  page,
  signIn,
  db,
}) => {
  const conference = await aConference(db);
  const { sessions } = await aProgramme(db, conference, {
    sessions: [
      { title: "In summer time", startsAt: new Date("2019-10-26T09:00:00Z"), seats: 5 },
      { title: "In winter time", startsAt: new Date("2019-10-27T09:00:00Z") },
    ],
  });
  const { person, id: registrationId } = await aRegistration(db, conference);
  const whose = { conferenceId: conference.id, personId: person.id };
  await db.insert(stars).values(sessions.map(({ id }) => ({ ...whose, sessionId: id })));
  const at = new Date("2019-03-01T08:00:00Z");
  for (const { id: sessionId } of sessions.slice(0, 1))
    await db.insert(seats).values({
      conferenceId: conference.id,
      sessionId,
      registrationId,
      state: "booked",
      askedAt: at,
      bookedAt: at,
    });
  await signIn(person.email);
  await page.goto(`/en/${conference.slug}/agenda`);
  await expect(page.getByText("(GMT+3, GMT+2)")).toBeVisible();
  await page.addInitScript(() => {
    window.print = () => {
      document.body.dataset.printed = "yes";
    };
  });
  await page.reload();
  await page.getByRole("button", { name: "Print" }).click();
  await expect(page.locator("body")).toHaveAttribute("data-printed", "yes");
  await page.emulateMedia({ media: "print" });
  for (const text of ["In summer time", "In winter time", "Seat booked", "(GMT+3, GMT+2)"])
    await expect(page.getByText(text)).toBeVisible();
  await expect(page.getByRole("heading", { name: /26 October/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: /27 October/ })).toBeVisible();
  for (const name of ["Print", /^Star /, "Make a private address"])
    await expect(page.getByRole("button", { name })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Download" })).toHaveCount(0);
  await expect(page.getByRole("navigation").filter({ visible: true })).toHaveCount(0);
});
