import { secondFactors } from "@/db/schema";
import { aPerson } from "@/tests/factories";
import { expect, test } from "./support/test";

test.use({ javaScriptEnabled: false });
// A browser that runs no scripts reports each of them as refused.
test.beforeEach(({ allow }) => void allow.push(/_next\/static\/.*csp$/));

test("a personal page knows from its first byte who is signed in; a public page is the same for everyone", async ({
  page,
  signIn,
}) => {
  const header = page.getByRole("banner");
  const greeting = async (address: string, link: string) => {
    await page.goto(address);
    await expect(header.getByRole("link", { name: link })).toBeVisible();
    await expect(header.getByRole("link", { name: "Sign in" })).toHaveCount(link === "Sign in" ? 1 : 0);
  };
  await greeting("/en/ecc2019/register", "Sign in");
  await greeting("/en/ecc2019/my-data/erased", "Sign in");
  await signIn("newcomer@example.org");
  await greeting("/en/ecc2019/register", "My account");
  await signIn("participant@example.org");
  await greeting("/en/ecc2019/my-data", "My registration");
  await expect(header.getByRole("link", { name: "Organiser's desk" })).toHaveCount(0);
  await signIn("organiser@example.org");
  await page.setViewportSize({ width: 1280, height: 800 });
  await greeting("/en/ecc2019/my-data", "My account");
  await expect(header.getByRole("link", { name: "Organiser's desk" })).toBeVisible();
  await greeting("/en/ecc2019", "Sign in");
});

test("whoever has not shown the second factor yet is a visitor to every header", async ({
  page,
  signIn,
  db,
}) => {
  const person = await aPerson(db);
  await signIn(person.email);
  const me = async () => (await page.request.get("/api/me?conference=ecc2019")).status();
  expect(await me()).toBe(200);
  await db.insert(secondFactors).values({ personId: person.id, secret: "sealed", confirmedAt: new Date() });
  expect(await me()).toBe(204);
  await page.goto("/en/ecc2019/my-data/erased");
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
});
