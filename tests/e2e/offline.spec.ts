import type { BrowserContext, Page } from "@playwright/test";
import { aPerson } from "@/tests/factories";
import { fitsWidth } from "./support/checks";
import { expect, test } from "./support/test";

const home = "/en/ecc2019";
const day = `${home}/programme?day=2019-05-15`;
const star = (page: Page, title: string) => page.getByRole("button", { name: `Star ${title}`, exact: true });
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const keeps = (page: Page, address: string) =>
  page.evaluate(async (key) => Boolean(await caches.match(key)), address);

test.beforeEach(async ({ allow }) => {
  allow.push(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|Failed to load resource/);
});

/** What the workers get instead of the network: nothing at all, or silence. */
async function giveWorkers(context: BrowserContext, what: "the network" | "nothing" | "silence") {
  for (const worker of context.serviceWorkers())
    await worker.evaluate((given) => {
      const scope = globalThis as unknown as { fetch: typeof fetch; networkFetch?: typeof fetch };
      scope.networkFetch ??= scope.fetch;
      const instead = {
        "the network": scope.networkFetch,
        nothing: () => Promise.reject(new TypeError("Failed to fetch")),
        silence: () => new Promise<never>(() => undefined),
      };
      scope.fetch = instead[given];
    }, what);
}

/** Some browsers take the network from a page that is offline, forget its worker, and do not tell the page. */
async function loseNetwork(context: BrowserContext) {
  await context.setOffline(true);
  await context.addInitScript(() =>
    Object.defineProperty(navigator, "onLine", { get: () => false, configurable: true }),
  );
  await giveWorkers(context, "nothing");
}

async function findNetwork(context: BrowserContext) {
  await context.setOffline(false);
  await context.addInitScript(() =>
    Object.defineProperty(navigator, "onLine", { get: () => true, configurable: true }),
  );
  await giveWorkers(context, "the network");
}

test("once opened, agenda and programme are there without network, until signing out @both", async ({
  page,
  context,
  signIn,
  db,
  axe,
}) => {
  await signIn((await aPerson(db)).email);
  await page.goto(day);
  const written = page.waitForResponse(/\/api\/stars\//);
  await star(page, "Circular Europe").click();
  await expect(star(page, "Circular Europe")).toHaveAttribute("aria-pressed", "true");
  await written;
  // The agenda is not opened before the network is gone: what was starred is in it all the same.
  await expect
    .poll(() => page.evaluate(async (key) => (await caches.match(key))?.text(), `${home}/agenda`))
    .toContain("Circular Europe");
  for (const address of [`${home}/agenda`, `${home}/programme`, "/api/agenda/ecc2019", "/api/offline"])
    await expect.poll(() => keeps(page, address), { message: address }).toBe(true);
  await page.goto(`${home}/programme/circular-europe`);
  await expect.poll(() => keeps(page, `${home}/programme/circular-europe`)).toBe(true);

  await loseNetwork(context);
  await page.goto(`${home}/agenda`);
  await expect(page.getByRole("heading", { name: "Circular Europe" })).toBeVisible();
  await expect(page.getByText(/^You are offline\. This is as of \d\d:\d\d\.$/)).toBeVisible();
  await axe(page);
  await page.goto(day);
  await expect(page.getByText("You are offline.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Circular Europe" })).toBeVisible();
  await expect(star(page, "Circular Europe")).toHaveAttribute("aria-pressed", "true");
  await page.goto(`${home}/programme/circular-europe`);
  await expect(heading(page)).toHaveText("Circular Europe");
  // A page that was never opened names what is kept, and leads there.
  await page.goto(`${home}/speakers`);
  await expect(heading(page)).toHaveText("This page needs a network");
  await page.getByRole("link", { name: "My agenda" }).click();
  await expect(page.getByRole("heading", { name: "Circular Europe" })).toBeVisible();

  await findNetwork(context);
  await page.goto(`${home}/agenda`);
  await expect(page.getByText("You are offline.")).toHaveCount(0);
  await page.goto("/en/account");
  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await expect(page).toHaveURL(/\/en\/sign-in/);
  await expect.poll(() => keeps(page, `${home}/agenda`)).toBe(false);
  expect(await keeps(page, "/api/agenda/ecc2019")).toBe(false);
  await loseNetwork(context);
  await page.goto(`${home}/programme`);
  await expect(heading(page)).toHaveText("Programme");
  await page.goto(`${home}/agenda`);
  await expect(heading(page)).toHaveText("This page needs a network");
  await expect(page.getByText("Circular Europe")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Programme" })).toBeVisible();
  await expect(page.getByRole("link", { name: "agenda" })).toHaveCount(0);
});

test("a page that was never opened says in the reader's language what can be read without network @both", async ({
  page,
  context,
  axe,
}) => {
  await page.goto("/ro/ecc2019/programme");
  for (const address of ["/ro/ecc2019/programme", "/api/offline"])
    await expect.poll(() => keeps(page, address), { message: address }).toBe(true);
  await loseNetwork(context);
  await page.goto("/ro/ecc2019/practical");
  await expect(heading(page)).toHaveText("Pagina aceasta are nevoie de rețea");
  await expect(page.locator("html")).toHaveAttribute("lang", "ro");
  await expect(page.getByRole("listitem")).toHaveCount(1);
  await expect(page.getByRole("listitem")).toHaveText(
    /^Program · ECC 2019\s*Situația: \p{L}+, \d+ \p{L}+.* \d\d:\d\d$/u,
  );
  await axe(page);
  await fitsWidth(page, 320);
  // Kept in another language only, and in none.
  await page.goto("/de/ecc2019/practical");
  await expect(heading(page)).toHaveText("Diese Seite braucht ein Netz");
  await page.getByRole("link", { name: "Program · ECC 2019" }).click();
  await expect(heading(page)).toHaveText("Program");
  await page.evaluate(() =>
    caches.open("openfloor-pages-1").then((kept) => kept.delete("/ro/ecc2019/programme")),
  );
  await page.goto("/fr/ecc2019/practical");
  await expect(page.getByText("Rien n’est encore conservé sur cet appareil.")).toBeVisible();
  await expect(page.getByRole("listitem")).toHaveCount(0);

  await findNetwork(context);
  await page.getByRole("link", { name: "Réessayer" }).click();
  await expect(page).toHaveURL("/fr/ecc2019/practical");
  await expect(page.getByRole("navigation").first()).toBeAttached();
});

test("a network that does not answer is not called offline", async ({ page, context }) => {
  await page.goto(day);
  await expect.poll(() => keeps(page, `${home}/programme`)).toBe(true);
  await giveWorkers(context, "silence");
  await page.goto(day);
  await expect(
    page.getByText(/^The network is slow or does not answer\. This is as of \d\d:\d\d\.$/),
  ).toBeVisible();
  await expect(page.getByText("You are offline.")).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Circular Europe" })).toBeVisible();
});
