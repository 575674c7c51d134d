import { eq } from "drizzle-orm";
import { conferences } from "@/db/schema";
import { aConference, aPerson } from "@/tests/factories";
import { fitsWidth } from "./support/checks";
import { watch } from "./support/guard";
import { expect, test } from "./support/test";

// Checks that never fail prove nothing: each is shown something wrong here.
const page = (body: string) =>
  `<!doctype html><html lang="en"><title>A page</title><main>${body}</main></html>`;

test("the server of a worker is up and ready", async ({ request }) => {
  expect((await request.get("/api/health")).status()).toBe(200);
  expect((await request.get("/api/ready")).status()).toBe(200);
});

test("axe finds a picture without words and low contrast", async ({ page: shown, axe }) => {
  await shown.setContent(page("<h1>Fine</h1><p>Readable</p>"));
  await axe(shown);
  await shown.setContent(page('<h1>Not fine</h1><img src="data:,"><p style="color:#ccc">Pale</p>'));
  await expect(axe(shown)).rejects.toThrow(/image-alt[\s\S]*color-contrast|color-contrast[\s\S]*image-alt/);
});

test("a page that scrolls sideways is found, with what sticks out", async ({ page: shown }) => {
  await shown.setContent(page("<p>Narrow</p>"));
  await fitsWidth(shown, 320);
  await shown.setContent(page('<div id="wide" style="width: 400px">Wide</div>'));
  await expect(fitsWidth(shown, 320)).rejects.toThrow(/id=\\?"wide/);
});

test("what goes wrong unseen is written down, save what is allowed", async ({ browser, portal }) => {
  const context = await browser.newContext();
  const allowed: RegExp[] = [];
  const unexpected = watch(context, portal.address, allowed);
  const shown = await context.newPage();
  await shown.goto(`${portal.address}/api/health`);
  expect(unexpected()).toEqual([]);
  await shown.evaluate(() => {
    console.error("told on the console");
    setTimeout(() => {
      throw new Error("thrown by a script");
    });
  });
  await shown.evaluate(() => fetch("/no-such-thing"));
  // The portal's own policy forbids other hosts; a page without one does not.
  await shown.goto("about:blank");
  await shown.evaluate(() => fetch("http://elsewhere.example/").catch(() => undefined));
  await expect.poll(() => unexpected().join("\n")).toContain("thrown by a script");
  const all = unexpected().join("\n");
  expect(all).toContain("console: told on the console");
  expect(all).toContain("request to another host: http://elsewhere.example/");
  expect(all).toContain("status of 404");
  allowed.push(/./);
  expect(unexpected()).toEqual([]);
  await context.close();
});

test("the browser shows text, Romanian too", async ({ page: shown }) => {
  await shown.setContent(page("<h1>București, ședință, țară, însă, când</h1>"));
  const box = await shown.locator("h1").boundingBox();
  expect(box?.height).toBeGreaterThan(20);
});

test("a session that was written signs in one browser and no other", async ({
  page: shown,
  visitor,
  signIn,
  db,
  portal,
}) => {
  const { email } = await aPerson(db);
  await signIn(email);
  const other = await visitor();
  const me = `${portal.address}/api/me`;
  expect((await shown.request.get(me)).status()).toBe(200);
  expect((await other.request.get(me)).status(), "nobody is signed in there").toBe(204);
});

test("the clock of a rehearsal moves where it is told to", async ({ db, moveClock }) => {
  const { id, slug } = await aConference(db);
  await moveClock(slug, "2019-05-15T10:30:00Z");
  const [moved] = await db.select().from(conferences).where(eq(conferences.id, id));
  expect(moved?.clockSetAt?.toISOString()).toBe("2019-05-15T10:30:00.000Z");
  await expect(moveClock("no-such-conference", "2019-05-15T10:30:00Z")).rejects.toThrow("no conference");
});
