import type { Page } from "@playwright/test";
import { aConference } from "@/tests/factories";
import { CONFERENCE, OF_CONFERENCE } from "./public-pages";
import { fitsWidth } from "./support/checks";
import { expect, test } from "./support/test";

const NARROW = 320;
const LONG_WORDS = "Clusterinternationalisierungskonferenz";

test.describe.configure({ timeout: 120_000 });
test.use({ viewport: { width: NARROW, height: 640 } });

/** How many lines the conference's name takes in the header. */
const linesOfName = (page: Page) =>
  page
    .locator("header a")
    .first()
    .evaluate((link) => {
      const text = document.createRange();
      text.selectNodeContents(link.lastChild ?? link);
      return new Set([...text.getClientRects()].map(({ top }) => Math.round(top))).size;
    });

for (const locale of ["en", "ro", "fr", "de"])
  test(`${locale}: nothing scrolls sideways on the narrowest phone, and the name stands on one line`, async ({
    page,
  }) => {
    const home = `/${locale}/${CONFERENCE}`;
    const pages = [...OF_CONFERENCE, "/programme/opening-speech"];
    for (const address of [...pages.map((path) => home + path), `/${locale}/sign-in`]) {
      await page.goto(address);
      await fitsWidth(page, NARROW);
      if (address.startsWith(home)) expect(await linesOfName(page), address).toBe(1);
    }
  });

test("nor for someone signed in, nor with a name of a conference that is long", async ({
  page,
  signIn,
  db,
}) => {
  const conference = await aConference(db, { shortName: `${LONG_WORDS} 31` });
  for (const who of ["visitor", "participant@example.org", "organiser@example.org"]) {
    if (who !== "visitor") await signIn(who);
    for (const locale of ["en", "ro", "fr", "de"]) {
      await page.goto(`/${locale}/${conference.slug}`);
      await fitsWidth(page, NARROW);
      await page.goto(`/${locale}/${CONFERENCE}/my-data/erased`);
      await fitsWidth(page, NARROW);
      expect(await linesOfName(page), `${who}, ${locale}`).toBe(1);
    }
  }
});
