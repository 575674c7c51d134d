import type { Page } from "@playwright/test";
import type { Database } from "@/db/client";
import { aConference, aProgramme } from "@/tests/factories";
import { fitsWidth } from "./support/checks";
import { expect, test } from "./support/test";

const at = (day: number, hour: number, minute = 0) => new Date(Date.UTC(2019, 4, day, hour, minute));

/** Two days; on the first, two sessions side by side and one after them that is cancelled. */
async function aHouse(db: Database) {
  const conference = await aConference(db);
  await aProgramme(db, conference, {
    rooms: [{ name: "Sală Mare" }, { name: "Atelier" }],
    topics: [
      { key: "circular", name: { en: "Circular economy" }, colour: 2 },
      { key: "skills", name: { en: "Skills" }, colour: 1 },
    ],
    sessions: [
      {
        title: "Économie circulaire en Europe",
        abstract: "De la **știință** la practică",
        room: "Sală Mare",
        topic: "circular",
        kind: "panel",
        speakers: ["Zoë Łukasz"],
        startsAt: at(14, 6),
        endsAt: at(14, 7),
      },
      {
        title: "The skills gap",
        room: "Atelier",
        topic: "skills",
        kind: "training",
        speakers: ["Ana Pop"],
        startsAt: at(14, 6),
        endsAt: at(14, 7, 30),
      },
      {
        title: "A walk that was called off",
        room: "Atelier",
        startsAt: at(14, 8),
        endsAt: at(14, 9),
        cancelledAt: at(13, 8),
      },
      { title: "Closing <b>panel</b>", room: "Sală Mare", startsAt: at(15, 6), endsAt: at(15, 7) },
    ],
  });
  return { conference, here: `/en/${conference.slug}/programme` };
}

const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true });
const status = (page: Page) => page.locator("#programme-controls").getByRole("status");

test("search finds without accents, in titles, texts, rooms and people, and the address keeps it @both", async ({
  page,
  db,
  axe,
}) => {
  const { here } = await aHouse(db);
  await page.goto(here);
  await expect(status(page)).toHaveText("3 sessions on this day.");
  const search = page.getByRole("searchbox", { name: "Search" });
  await search.fill("economie");
  await expect(status(page)).toHaveText("1 session on this day.");
  await expect(heading(page, "Économie circulaire en Europe")).toBeVisible();
  await expect(heading(page, "The skills gap")).toBeHidden();
  await expect(page).toHaveURL(`${here}?q=economie`);

  for (const words of ["stiinta", "sala MARE circular", "lukasz zoe", "Panel"]) {
    await search.fill(words);
    await expect(heading(page, "The skills gap")).toBeHidden();
  }
  await search.fill("closing");
  await expect(status(page)).toHaveText("No session fits on this day. 1 on another day.");
  await axe(page);
  await fitsWidth(page, 320);

  await page.reload();
  await expect(search).toHaveValue("closing");
  await expect(status(page)).toHaveText("No session fits on this day. 1 on another day.");
  await page.getByRole("button", { name: "Show everything" }).click();
  await expect(status(page)).toHaveText("3 sessions on this day.");
  await expect(page).toHaveURL(here);
});

test("a speaker, a format and a day can be chosen together; back takes them back", async ({ page, db }) => {
  const { here } = await aHouse(db);
  await page.goto(here);
  await page.getByText("Filters", { exact: true }).click();
  await page.getByRole("combobox", { name: "Speaker" }).focus();
  await expect(page.getByRole("option", { name: "Zoë Łukasz" })).toBeAttached();
  await page.getByRole("combobox", { name: "Speaker" }).selectOption({ label: "Zoë Łukasz" });
  await expect(status(page)).toHaveText("1 session on this day.");
  await page.getByLabel("Format").selectOption({ label: "Training" });
  await expect(status(page)).toHaveText("No session fits on this day.");
  await expect(page).toHaveURL(/\?kind=training&speaker=[a-z0-9-]+$/);
  await page.goBack();
  await expect(heading(page, "Économie circulaire en Europe")).toBeVisible();
  await page.getByRole("link", { name: /Wed,? 15 May/ }).click();
  await expect(status(page)).toHaveText("No session fits on this day. 1 on another day.");
});

test("says what is now and what comes next by the conference's clock, which stands still in rehearsal", async ({
  page,
  db,
  moveClock,
  axe,
}) => {
  const { conference, here } = await aHouse(db);
  const strip = page.getByRole("region", { name: "Now and next" });
  await moveClock(conference.slug, "2019-05-14T07:10:00Z");
  await expect(async () => {
    await page.goto(here);
    // One has ended, one runs; what is cancelled is not next.
    await expect(strip.getByRole("link")).toHaveText(["The skills gap"], { timeout: 1000 });
  }).toPass();
  await axe(page);
  await moveClock(conference.slug, "2019-05-15T05:30:00Z");
  await expect(async () => {
    await page.goto(here);
    await expect(strip.getByRole("heading")).toHaveText("Next", { timeout: 1000 });
  }).toPass();
  await expect(strip.getByRole("link")).toHaveText("Closing <b>panel</b>");
  await moveClock(conference.slug, "2019-06-15T05:30:00Z");
  await expect(async () => {
    await page.goto(here);
    await expect(status(page)).not.toBeEmpty();
    await expect(strip).toBeHidden({ timeout: 1000 });
  }).toPass();
});

test("what is cancelled is struck out and says so, in the list and on its page", async ({
  page,
  db,
  axe,
}) => {
  const { here } = await aHouse(db);
  await page.goto(here);
  const card = page.locator(".session-card", { has: heading(page, "A walk that was called off") });
  await expect(card.getByText("Cancelled")).toBeVisible();
  await card.getByRole("link").click();
  await expect(page.getByText("This session is cancelled.")).toBeVisible();
  await axe(page);
  await page
    .getByRole("navigation", { name: "Before and after in the programme" })
    .getByRole("link")
    .last()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Closing <b>panel</b>");
});

test("on paper: the chosen day or all of them, and none of the controls", { tag: "@desktop" }, async ({
  page,
  db,
}) => {
  const { here } = await aHouse(db);
  await page.goto(`${here}?day=2019-05-15`);
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset.printed = document.getElementById("programme")?.matches("[data-all]")
        ? "all"
        : "day";
    };
  });
  await page.getByRole("button", { name: "Print all days" }).click();
  await expect(page.locator("body")).toHaveAttribute("data-printed", "all");
  await page.getByRole("button", { name: "Print this day" }).click();
  await expect(page.locator("body")).toHaveAttribute("data-printed", "day");
  await page.emulateMedia({ media: "print" });
  await expect(heading(page, "Closing <b>panel</b>")).toBeVisible();
  await expect(heading(page, "The skills gap")).toBeHidden();
  for (const part of ["#programme-controls", ".site-header", ".site-footer", ".page-tools"])
    await expect(page.locator(part)).toBeHidden();
  await page.evaluate(() => document.getElementById("programme")?.setAttribute("data-all", ""));
  await expect(heading(page, "The skills gap")).toBeVisible();
});

test("by keyboard alone: a day, a search and a session", { tag: "@desktop" }, async ({ page, db }) => {
  const { here } = await aHouse(db);
  await page.goto(here);
  await page.getByRole("link", { name: /Wed,? 15 May/ }).focus();
  await page.keyboard.press("Enter");
  await expect(heading(page, "Closing <b>panel</b>")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("searchbox", { name: "Search" })).toBeFocused();
  await page.keyboard.type("panel");
  await expect(status(page)).toHaveText("1 session on this day.");
  await page.getByRole("link", { name: "Closing <b>panel</b>" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Closing <b>panel</b>");
});

test("markup in a title is text in the page, and stands in it once", async ({ request, db }) => {
  const { here } = await aHouse(db);
  const text = await (await request.get(here)).text();
  expect(text.split("Closing &lt;b&gt;panel&lt;/b&gt;")).toHaveLength(2);
  expect(text).not.toContain("<b>panel");
  // The framework's second copy is escaped in its own way; a session is not in it.
  expect(text).not.toContain("u003cb");
});
