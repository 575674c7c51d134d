import { eq, sql } from "drizzle-orm";
import { registrations } from "@/db/schema";
import { aConference, aPerson, aRegistration } from "@/tests/factories";
import { CONFERENCE } from "./public-pages";
import { expect, test } from "./support/cable";
import { fillIn, stillFilled } from "./support/long-form";

const HTML = { accept: "text/html" };

test("the server says that it is not ready, stays alive, and is ready again by itself", async ({
  portal,
  cable,
}) => {
  const ready = () => fetch(`${portal.address}/api/ready`);
  expect((await ready()).status).toBe(200);
  await cable.cut();
  const away = await ready();
  expect(away.status).toBe(503);
  expect(Number(away.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await away.json()).parts).toMatchObject({ server: "ok", database: "away" });
  expect((await fetch(`${portal.address}/api/health`)).status).toBe(200);
  await cable.mend();
  await expect(async () => expect((await ready()).status).toBe(200)).toPass({ timeout: 15_000 });
});

test("visitors go on reading; what cannot be made says so in the reader's language, and comes back", async ({
  portal,
  cable,
  db,
}) => {
  const home = () => fetch(`${portal.address}/en/${CONFERENCE}`, { headers: HTML });
  const kept = await (await home()).text();
  // As after a minute: the page is outdated and may be shown until the next one is made.
  await db.execute(sql`select pg_notify('openfloor_cache', '["story", 3600, "_N_T_/layout"]')`);
  await cable.cut();
  for (const _ of [1, 2, 3]) {
    const shown = await home();
    expect(shown.status).toBe(200);
    expect((await shown.text()).length).toBeGreaterThan(kept.length / 2);
  }
  const mine = () =>
    fetch(`${portal.address}/de/${CONFERENCE}/my-data`, { headers: HTML, redirect: "manual" });
  const away = await mine();
  expect(away.status).toBe(503);
  expect(away.headers.get("retry-after")).toBe("5");
  expect(away.headers.get("cache-control")).toContain("no-store");
  expect(await away.text()).toContain("Das Portal ist gerade nicht erreichbar");
  await cable.mend();
  const began = Date.now();
  expect((await mine()).status).toBeLessThan(400);
  // Not the pause of 20 seconds that the driver would make.
  expect(Date.now() - began).toBeLessThan(3000);
});

const story = (seconds: number) => {
  test(`${seconds} seconds without the database cost a registration nothing`, async ({
    page,
    signIn,
    cable,
    db,
  }) => {
    const { written } = await fillIn(page, db, signIn);
    await cable.cut();
    const cutAt = Date.now();
    for (const _ of [1, 2]) {
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.request().method() === "POST"),
        page.getByRole("button", { name: "Register" }).click(),
      ]);
      expect(answer.status()).toBe(503);
      expect(answer.headers()["retry-after"]).toBe("5");
      await stillFilled(page);
    }
    await page.waitForTimeout(Math.max(0, seconds * 1000 - (Date.now() - cutAt)));
    expect(await written()).toEqual([]);
    await cable.mend();
    await page.getByRole("button", { name: "Register" }).click();
    await expect(page).toHaveURL(/\/registration/);
    expect(await written()).toMatchObject([{ familyName: "Ștefănescu", state: "confirmed" }]);
  });
};

test.describe("with JavaScript", () => story(10));
test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  // A script that a page announces is not loaded when there are no scripts.
  test.beforeEach(({ allow }) => void allow.push(/_next\/static\/.*csp$/));
  story(2);

  test("a change of a registration comes back as it was typed, too", async ({ page, signIn, cable, db }) => {
    const conference = await aConference(db);
    const person = await aPerson(db);
    await aRegistration(db, conference, { person });
    await signIn(person.email);
    await page.goto(`/en/${conference.slug}/registration/edit`);
    await page.getByLabel("Organisation").fill("Changed & kept");
    await cable.cut();
    await page.locator("main form button[type=submit]").click();
    await expect(page.getByText("The portal cannot reach its database right now.")).toBeVisible();
    await expect(page.getByLabel("Organisation")).toHaveValue("Changed & kept");
    await cable.mend();
    await page.locator("main form button[type=submit]").click();
    await expect(page).toHaveURL(/done=changed/);
    const [row] = await db.select().from(registrations).where(eq(registrations.personId, person.id));
    expect(row?.organisation).toBe("Changed & kept");
  });

  test("signed out in another place meanwhile: the form comes back filled, too", async ({
    page,
    signIn,
    db,
  }) => {
    const { written } = await fillIn(page, db, signIn);
    await page.context().clearCookies();
    await page.getByRole("button", { name: "Register" }).click();
    await expect(page.getByText("You were signed out meanwhile.")).toBeVisible();
    await expect(page.getByLabel("Family name")).toHaveValue("Ștefănescu");
    expect(await written()).toEqual([]);
  });
});
