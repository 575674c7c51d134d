import { CONFERENCE } from "./public-pages";
import { expect, test } from "./support/cable";
import { fillIn, stillFilled } from "./support/long-form";

// A database that is there, takes connections and says nothing: a machine that froze, a network that swallows.
test.describe.configure({ timeout: 120_000 });

const PATIENCE = 12_000;

test("who asks while the database is frozen is told so within about ten seconds, not when TCP gives up", async ({
  portal,
  cable,
}) => {
  const ask = async (path: string) => {
    const began = Date.now();
    const answer = await fetch(portal.address + path, {
      headers: { accept: "text/html" },
      redirect: "manual",
    });
    return { status: answer.status, text: await answer.text(), took: Date.now() - began };
  };
  const mine = `/de/${CONFERENCE}/register`;
  expect((await ask(mine)).status).toBe(200);
  cable.freeze();
  const ready = await ask("/api/ready");
  expect(ready.status).toBe(503);
  expect(ready.took).toBeLessThan(3000);
  for (const _ of ["with connections that were there", "with new ones"]) {
    const answers = await Promise.all(Array.from({ length: 40 }, () => ask(mine)));
    for (const { status, text, took } of answers) {
      expect(status).toBe(503);
      expect(text).toContain("Das Portal ist gerade nicht erreichbar");
      expect(took).toBeLessThan(PATIENCE);
    }
  }
  expect((await ask("/api/health")).status).toBe(200);
  await cable.mend();
  await expect(async () => expect((await ask(mine)).status).toBe(200)).toPass({ timeout: 15_000 });
});

test("a registration sent to a frozen database comes back filled, and goes in once it thaws", async ({
  page,
  signIn,
  cable,
  db,
}) => {
  const { written } = await fillIn(page, db, signIn);
  cable.freeze();
  const began = Date.now();
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === "POST"),
    page.getByRole("button", { name: "Register" }).click(),
  ]);
  expect(answer.status()).toBe(503);
  expect(Date.now() - began).toBeLessThan(PATIENCE);
  await stillFilled(page);
  expect(await written()).toEqual([]);
  await cable.mend();
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page).toHaveURL(/\/registration/);
  expect(await written()).toMatchObject([{ familyName: "Ștefănescu", state: "confirmed" }]);
});
