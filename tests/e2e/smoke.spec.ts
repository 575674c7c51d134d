import { CONFERENCE, LIGHT, PUBLIC_PAGES } from "./public-pages";
import { fitsWidth, javaScriptWeight } from "./support/checks";
import { expect, test } from "./support/test";

test.describe("a visitor opens each public page", { tag: "@both" }, () => {
  for (const address of PUBLIC_PAGES) {
    test(address, async ({ page, axe }) => {
      const answer = await page.goto(address);
      expect(answer?.status()).toBe(200);
      await expect(page.locator("h1")).toHaveCount(1);
      await expect(page.locator("html")).toHaveAttribute("lang", address.split("/")[1] ?? "");
      expect((await page.title()).length).toBeGreaterThan(3);
      await axe(page);
      await page.emulateMedia({ colorScheme: "dark" });
      await axe(page);
      await fitsWidth(page, 320);
    });
  }
});

test("every link of the public pages leads somewhere", async ({ page, request }) => {
  test.setTimeout(120_000);
  const found = new Map<string, string>();
  for (const address of PUBLIC_PAGES) {
    await page.goto(address);
    for (const href of await page
      .locator("a[href^='/']")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")))) {
      const target = href?.split("#")[0];
      if (target && !found.has(target)) found.set(target, address);
    }
  }
  const dead: string[] = [];
  for (const [target, from] of found) {
    const answer = await request.get(target);
    if (answer.status() >= 400) dead.push(`${target} (${answer.status()}), linked on ${from}`);
  }
  expect(dead).toEqual([]);
});

test("a session page reads as well as the others", { tag: "@both" }, async ({ page, axe }) => {
  await page.goto(`/en/${CONFERENCE}/programme`);
  const link = page.locator(`a[href^="/en/${CONFERENCE}/programme/"]`).first();
  const target = await link.getAttribute("href");
  const answer = await page.goto(target ?? "/no-session-is-linked");
  expect(answer?.status()).toBe(200);
  await expect(page.locator("h1")).toHaveCount(1);
  await axe(page);
  await fitsWidth(page, 320);
});

test(`no public page loads more than ${LIGHT / 1000} kB of JavaScript`, async ({ request }) => {
  const heavy: string[] = [];
  for (const address of PUBLIC_PAGES) {
    const bytes = await javaScriptWeight(request, address);
    // No script at all would mean that the measurement is broken, not that the page is light.
    expect(bytes, address).toBeGreaterThan(50_000);
    if (bytes > LIGHT) heavy.push(`${address}: ${Math.round(bytes / 1000)} kB`);
  }
  expect(heavy).toEqual([]);
});
