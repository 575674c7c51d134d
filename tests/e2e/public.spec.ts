import { eq, ne, sql } from "drizzle-orm";
import { conferences, news, participantTypes, registrations } from "@/db/schema";
import { aPerson } from "@/tests/factories";
import { CONFERENCE } from "./public-pages";
import { expect, test } from "./support/test";

const home = `/en/${CONFERENCE}`;

test.describe("the front door", () => {
  for (const [header, cookie, target] of [
    ["de-AT,de;q=0.9,en;q=0.5", undefined, "/de"],
    ["pl,nl;q=0.8", undefined, "/en"],
    ["de", "ro", "/ro"],
    ["fr", "xx", "/fr"],
  ] as const) {
    test(`${header}, chosen before: ${cookie ?? "nothing"}`, async ({ request }) => {
      const answer = await request.get("/", {
        maxRedirects: 0,
        headers: { "accept-language": header, ...(cookie ? { cookie: `openfloor.locale=${cookie}` } : {}) },
      });
      expect(answer.status()).toBe(307);
      expect(answer.headers().location).toBe(target);
    });
  }

  test("leads to the current conference", async ({ page, axe, db, moveClock }) => {
    // Conferences that other stories made may come next; here they are long over.
    await db
      .update(conferences)
      .set({ startsOn: "2001-01-01", endsOn: "2001-01-02" })
      .where(ne(conferences.slug, CONFERENCE));
    await moveClock(CONFERENCE, "2019-03-20T08:00:00Z");
    await page.goto("/");
    await expect(page).toHaveURL(home);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("European Cluster Conference 2019");
    await axe(page);
  });
});

test("another language is offered to a browser that prefers it, kept, and never offered again", async ({
  browser,
  portal,
  axe,
}) => {
  const context = await browser.newContext({ locale: "de-DE", baseURL: portal.address });
  const page = await context.newPage();
  await page.goto(`${home}/speakers`);
  await expect(page.getByText("Diese Seite gibt es auch auf Deutsch.")).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: "Auf Deutsch lesen" }).click();
  await expect(page).toHaveURL(`/de/${CONFERENCE}/speakers`);
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await page.goto("/");
  await expect(page).toHaveURL(`/de/${CONFERENCE}`);
  await page.goto(home);
  await expect(page.getByText("Diese Seite gibt es auch auf Deutsch.")).toHaveCount(0);
  await context.close();
});

test("changing the language keeps the page and what is chosen on it", async ({ page }) => {
  await page.goto(`${home}/programme?day=2019-05-15&kind=breakout`);
  await page.getByRole("link", { name: "Français" }).click();
  await expect(page).toHaveURL(`/fr/${CONFERENCE}/programme?day=2019-05-15&kind=breakout`);
  await expect(page.getByText("3 sessions ce jour-là")).toBeVisible();
  await page.goto("/");
  await expect(page).toHaveURL(`/fr/${CONFERENCE}`);
});

test.describe("the programme", { tag: "@both" }, () => {
  test("is filtered; the address keeps it through reload and back", async ({ page, axe }) => {
    await page.goto(`${home}/programme`);
    await expect(page.getByRole("heading", { name: "Opening speech" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Circular Europe" })).toBeHidden();

    await page.getByRole("link", { name: /Wed 15 May|Wed, 15 May/ }).click();
    await expect(page.getByRole("heading", { name: "Circular Europe" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Opening speech" })).toBeHidden();
    await expect(page).toHaveURL(/\?day=2019-05-15$/);

    const lists = page.getByText("Filters", { exact: true });
    if (await lists.isVisible()) await lists.click();
    await page.getByLabel("Format").selectOption({ label: "Breakout" });
    await expect(page.getByRole("status").filter({ hasText: "3 sessions on this day" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Closing panel" })).toBeHidden();
    await axe(page);

    await page.reload();
    await expect(page.getByText("3 sessions on this day")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Closing panel" })).toBeHidden();

    await page.goBack();
    await expect(page.getByRole("heading", { name: "Closing panel" })).toBeVisible();
    await expect(page).toHaveURL(/\?day=2019-05-15$/);
    await page.goBack();
    await expect(page.getByRole("heading", { name: "Opening speech" })).toBeVisible();

    await page.goto(`${home}/programme?day=1999-01-01&topic=nothing&room=%3Cscript%3E`);
    await expect(page.getByRole("heading", { name: "Opening speech" })).toBeVisible();
  });

  test("leads to a session, with its time zone, its people and a file for the calendar", async ({
    page,
    request,
    axe,
  }) => {
    await page.goto(`${home}/programme`);
    await page.getByRole("link", { name: "Keynote: Clusters of change" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Keynote: Clusters of change");
    const main = page.getByRole("main");
    await expect(main).toContainText("14:45–15:30");
    await expect(main).toContainText(/GMT\+3|EEST/);
    await expect(main.getByRole("link", { name: "Bianca Dragomir" })).toBeVisible();
    await axe(page);
    const href = await page.getByRole("link", { name: "Add to my calendar" }).getAttribute("href");
    const file = await request.get(href ?? "");
    expect(file.headers()["content-type"]).toContain("text/calendar");
    expect(await file.text()).toContain("DTSTART:20190514T114500Z");
  });
});

test("in the grid a session stands under its room, and its height follows its length", {
  tag: "@desktop",
}, async ({ page }) => {
  await page.goto(`${home}/programme?day=2019-05-15`);
  const box = async (name: string) => {
    const found = await page
      .locator("[data-session]", { has: page.getByRole("heading", { name, exact: true }) })
      .boundingBox();
    if (!found) throw new Error(`${name} is not shown`);
    return found;
  };
  const [skills, circular, plenary, lunch] = await Promise.all([
    box("Digitalisation and skills gap"),
    box("Circular Europe"),
    box("Closing panel"),
    box("Lunch"),
  ]);
  expect(circular.y).toBe(skills.y);
  expect(circular.x).toBeGreaterThan(skills.x + skills.width);
  expect(plenary.width).toBeGreaterThan(skills.width * 2.5);
  expect(lunch.width).toBe(plenary.width);
  expect(skills.height).toBeGreaterThanOrEqual(90);
  const head = await page
    .getByText("Room B", { exact: true })
    .filter({ visible: true })
    .first()
    .boundingBox();
  expect(head?.x).toBe(circular.x);
});

test("without JavaScript every day of the programme can be read and jumped to", async ({
  plainPage: page,
}) => {
  await page.goto(`${home}/programme`);
  await expect(page.getByRole("heading", { name: "Opening speech" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Circular Europe" })).toBeVisible();
  await expect(page.getByLabel("Format")).toBeHidden();
  await page.getByRole("link", { name: /Thu,? 16 May/ }).click();
  await expect(page).toHaveURL(/#day-2019-05-16$/);
  await expect(page.getByRole("heading", { name: /Debate: cluster associations/ })).toBeInViewport();
});

test("the menu of the phone closes after a choice, on Escape and when the reader goes on", async ({
  page,
}) => {
  await page.goto(home);
  const menu = page.locator("details", { hasText: "Menu" });
  const open = () => menu.locator("summary").click();
  await open();
  await expect(menu).toHaveAttribute("open");
  await page.keyboard.press("Escape");
  await expect(menu).not.toHaveAttribute("open");
  await expect(menu.locator("summary")).toBeFocused();
  await open();
  await page.mouse.click(20, 830);
  await expect(menu).not.toHaveAttribute("open");
  await open();
  await menu.getByRole("link", { name: "Awards" }).click();
  await expect(page).toHaveURL(`${home}/awards`);
  await expect(page.locator("details", { hasText: "Menu" })).not.toHaveAttribute("open");
});

test.describe("an address that leads nowhere", () => {
  for (const [what, address, words] of [
    ["a session", `${home}/programme/no-such-session`, "This page is not here"],
    ["a piece of news", `${home}/news/no-such-news`, "This page is not here"],
    ["a page", `${home}/no-such-page`, "This page is not here"],
    ["a page in German", `/de/${CONFERENCE}/nichts`, "Diese Seite gibt es nicht"],
    ["a conference", "/en/no-such-conference", "There is no conference at this address"],
    ["a language", `/xx/${CONFERENCE}`, "There is no conference at this address"],
    ["anything", "/en/no/such/address/at/all", "There is no conference at this address"],
  ] as const) {
    test(`${what} is answered with 404 and a way on`, async ({ page, allow, axe }) => {
      allow.push(/status of 404/);
      const answer = await page.goto(address);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words);
      await axe(page);
      const way = page.getByRole("main").getByRole("link").first();
      await way.click();
      await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(words);
    });
  }
});

test("the places left follow the database within seconds, on a page that was made before", async ({
  page,
  db,
}) => {
  await page.goto(home);
  const shown = page.getByRole("region", { name: "Places" }).getByRole("status");
  await expect(shown).toHaveText(/^\d+ places left$/);
  const before = Number.parseInt((await shown.textContent()) ?? "", 10);
  const [conference] = await db.select().from(conferences).where(eq(conferences.slug, CONFERENCE));
  const [type] = await db
    .select()
    .from(participantTypes)
    .where(eq(participantTypes.conferenceId, conference?.id ?? ""));
  const person = await aPerson(db, { email: "just-now@example.org" });
  if (!conference || !type) throw new Error("the demonstration is missing");
  const [written] = await db
    .insert(registrations)
    .values({
      conferenceId: conference.id,
      personId: person.id,
      typeId: type.id,
      state: "confirmed",
      givenName: "Just",
      familyName: "Now",
      country: "RO",
      registeredAt: new Date("2019-03-20T08:00:00Z"),
      confirmedAt: new Date("2019-03-20T08:00:00Z"),
      ticketCode: "JUSTNOW00001",
    })
    .returning();
  await expect(shown).toHaveText(`${before - 1} places left`, { timeout: 15_000 });
  await db.delete(registrations).where(eq(registrations.id, written?.id ?? ""));
});

test("the panel says what can be done: register, wait, not yet, no longer", async ({
  page,
  db,
  moveClock,
}) => {
  const panel = page.getByRole("region", { name: "Places" });
  const [before] = await db.select().from(conferences).where(eq(conferences.slug, CONFERENCE));
  await page.goto(home);
  await expect(panel.getByRole("link", { name: "Register" })).toBeVisible();

  await db.update(conferences).set({ capacity: 1 }).where(eq(conferences.slug, CONFERENCE));
  await page.reload();
  await expect(panel.getByRole("link", { name: "Join the waiting list" })).toBeVisible({ timeout: 15_000 });
  await expect(panel.getByRole("status")).toHaveText("All places are taken");

  await moveClock(CONFERENCE, "2019-02-01T08:00:00Z");
  await expect(async () => {
    await page.goto(home);
    await expect(panel.getByRole("status")).toHaveText(/Registration opens on Friday,? 15 February 2019/, {
      timeout: 500,
    });
  }).toPass();
  await expect(panel.getByRole("link", { name: "Register" })).toHaveCount(0);

  await moveClock(CONFERENCE, "2019-05-14T08:00:00Z");
  await expect(async () => {
    await page.goto(home);
    await expect(panel.getByRole("status")).toHaveText(/Registration closed on Wednesday,? 24 April 2019/, {
      timeout: 500,
    });
  }).toPass();

  await db
    .update(conferences)
    .set({ capacity: before?.capacity, clockSetAt: before?.clockSetAt })
    .where(eq(conferences.slug, CONFERENCE));
  await db.execute(sql`select pg_notify('openfloor_cache', '["story", null, "_N_T_/layout"]')`);
});

test("news is there when the conference's clock reaches it", async ({ page, db, moveClock, allow }) => {
  allow.push(/status of 404/);
  const [conference] = await db.select().from(conferences).where(eq(conferences.slug, CONFERENCE));
  await db.insert(news).values({
    conferenceId: conference?.id ?? "",
    slug: "doors-open",
    title: { en: "The doors are open" },
    body: { en: "Come in." },
    publishedAt: new Date("2019-05-14T05:00:00Z"),
  });
  expect((await page.goto(`${home}/news/doors-open`))?.status()).toBe(404);
  await moveClock(CONFERENCE, "2019-05-14T06:00:00Z");
  await expect(async () => {
    expect((await page.goto(`${home}/news/doors-open`))?.status()).toBe(200);
  }).toPass();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The doors are open");
  // It is not translated: the page says so, and a screen reader is told the language.
  await page.goto(`/de/${CONFERENCE}/news/doors-open`);
  await expect(page.getByText("Dieser Text ist noch nicht übersetzt.")).toBeVisible();
  await expect(page.locator("h1 [lang=en]")).toHaveText("The doors are open");
  await moveClock(CONFERENCE, conference?.clockSetAt?.toISOString() ?? "");
});

test("search engines and those who share a page are told what it is", async ({ page, request, portal }) => {
  await page.goto(`${home}/programme`);
  const content = (name: string) =>
    page.locator(`meta[property="${name}"], meta[name="${name}"]`).first().getAttribute("content");
  expect(await page.locator('link[rel="canonical"]').getAttribute("href")).toBe(
    `${portal.address}${home}/programme`,
  );
  for (const locale of ["en", "ro", "fr", "de"])
    expect(await page.locator(`link[rel="alternate"][hreflang="${locale}"]`).getAttribute("href")).toBe(
      `${portal.address}/${locale}/${CONFERENCE}/programme`,
    );
  expect((await content("description"))?.length).toBeGreaterThan(30);
  expect(await content("og:title")).toBe("Programme");
  const picture = await request.get((await content("og:image")) ?? "");
  expect(picture.headers()["content-type"]).toBe("image/png");
  expect((await picture.body()).length).toBeGreaterThan(10_000);

  for (const [address, name] of [
    [home, "European Cluster Conference 2019"],
    [`${home}/programme/opening-speech`, "Opening speech"],
  ] as const) {
    await page.goto(address);
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "{}");
    expect(data).toMatchObject({
      "@context": "https://schema.org",
      "@type": "Event",
      name,
      location: { "@type": "Place" },
      eventStatus: "https://schema.org/EventScheduled",
    });
    expect(Number.isNaN(Date.parse(data.startDate))).toBe(false);
    expect(Date.parse(data.endDate)).toBeGreaterThanOrEqual(Date.parse(data.startDate));
  }

  const answer = await request.get("/sitemap.xml");
  expect(answer.headers()["content-type"]).toContain("application/xml");
  expect(answer.headers()["cache-control"], "it is kept, not made for each request").toContain("s-maxage=60");
  const map = await answer.text();
  for (const locale of ["en", "ro", "fr", "de"])
    expect(map).toContain(`<loc>${portal.address}/${locale}/${CONFERENCE}/programme/opening-speech</loc>`);
  expect(map).not.toMatch(/\/(admin|registration|my-data|sign-in)[/<]/);
  const robots = await (await request.get("/robots.txt")).text();
  expect(robots).toContain("Allow: /");
  expect(robots).toContain("Disallow: /en/*/admin");
  expect(robots).toContain(`Sitemap: ${portal.address}/sitemap.xml`);
});

test("one policy for each page: inline scripts on public ones only, and everywhere the other headers", async ({
  request,
}) => {
  for (const address of [
    home,
    `${home}/programme`,
    `${home}/no-such-page`,
    "/en/sign-in",
    "/api/health",
    "/robots.txt",
  ]) {
    const answer = await request.get(address);
    const policies = answer
      .headersArray()
      .filter(({ name }) => name.toLowerCase() === "content-security-policy");
    expect(policies, address).toHaveLength(1);
    const personal = address === "/en/sign-in";
    const scripts = policies[0]?.value.split(";").find((part) => part.trim().startsWith("script-src"));
    expect(scripts, address).toContain(personal ? "'nonce-" : "'unsafe-inline'");
    if (personal) expect(scripts).not.toContain("'unsafe-inline'");
    expect(policies[0]?.value).toContain("frame-ancestors 'none'");
    const headers = answer.headers();
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["strict-transport-security"]).toMatch(/^max-age=\d{8}/);
    expect(headers["referrer-policy"]).toBeTruthy();
    expect(headers["permissions-policy"]).toContain("geolocation=()");
    expect(headers["x-powered-by"]).toBeUndefined();
  }
});

test("a visitor reads every page by keyboard: the first stop skips to the content", async ({ page }) => {
  await page.goto(home);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#content")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Register" })).toBeFocused();
});
