import { aConference, aPerson } from "@/tests/factories";
import { fitsWidth } from "./support/checks";
import { expect, test } from "./support/test";

const demo = "/en/ecc2019";
const robots = 'meta[name="robots"]';

test(
  "a visitor reads what registering means, gives an address there, and comes back to the form",
  {
    tag: "@both",
  },
  async ({ page, portal, mail, axe }, info) => {
    const answer = await page.goto(`${demo}/register?code=ABC-123&utm=x`);
    expect(answer?.status()).toBe(200);
    await expect(page).toHaveURL(/\/register\?code=ABC-123/);
    const main = page.getByRole("main");
    await expect(main.getByText(/^\d+ places left$/).first()).toBeVisible();
    await expect(main.getByText(/Registration is open until Wed, 24 Apr 2019, 23:59/)).toBeVisible();
    await expect(main.getByText("Cluster organisation", { exact: true })).toBeVisible();
    await expect(main.getByText("When do you plan to arrive?")).toBeVisible();
    await axe(page);
    await fitsWidth(page, 320);

    await page.getByLabel("E-mail address").fill("nobody,else@example.org");
    await page.getByRole("button", { name: "Send me the mail" }).click();
    await expect(page.getByText("Please give one address only")).toBeVisible();
    await expect(page.getByLabel("E-mail address")).toHaveValue("nobody,else@example.org");

    const email = `visitor.${info.project.name}@example.org`;
    await page.getByLabel("E-mail address").fill(email);
    await page.getByRole("button", { name: "Send me the mail" }).click();
    await page
      .getByLabel("Code from the mail")
      .fill(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec((await mail(email)).text)?.[0] ?? "no code");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page).toHaveURL(`${portal.address}${demo}/register?code=ABC-123`);
    await expect(page.getByLabel("Invitation code")).toHaveValue("ABC-123");
    await expect(page.getByLabel("Given name")).toBeVisible();
  },
);

test("search engines may keep what a visitor reads, and nothing that someone signed in does", async ({
  page,
  portal,
  signIn,
  db,
}) => {
  await page.goto(`/de/ecc2019/register?type=x`);
  await expect(page.locator(robots)).toHaveAttribute("content", "index");
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
    "href",
    `${portal.address}/de/ecc2019/register`,
  );
  for (const locale of ["en", "ro", "fr", "de"])
    await expect(page.locator(`link[rel="alternate"][hreflang="${locale}"]`)).toHaveAttribute(
      "href",
      `${portal.address}/${locale}/ecc2019/register`,
    );
  const description = await page.locator('meta[name="description"]').getAttribute("content");
  expect(description).toContain("European Cluster Conference 2019");
  const picture = await page.request.get(
    (await page.locator('meta[property="og:image"]').getAttribute("content")) ?? "",
  );
  expect(picture.headers()["content-type"]).toBe("image/png");
  expect(await (await page.request.get("/sitemap.xml")).text()).toContain(
    `<loc>${portal.address}/ro/ecc2019/register</loc>`,
  );

  const person = await aPerson(db);
  await signIn(person.email);
  const mine = await page.goto(`${demo}/register`);
  expect(mine?.headers()["cache-control"]).toBe("private, no-store");
  await expect(page.getByText(`You are signed in as ${person.email}`)).toBeVisible();
  await expect(page.locator(robots)).toHaveAttribute("content", /noindex/);
  await expect(page.locator('link[rel="canonical"]')).toHaveCount(0);
});

test("too early, too late, not set: the page says so, and those who registered still get in", async ({
  page,
  db,
  axe,
}) => {
  const day = (date: string) => new Date(`${date}T08:00:00Z`);
  for (const [registration, title, text] of [
    [
      { opensAt: day("2019-04-06"), closesAt: null },
      "Registration is not open yet",
      "It opens on Sat, 6 Apr 2019",
    ],
    [
      { opensAt: day("2019-01-05"), closesAt: day("2019-03-16") },
      "Registration has closed",
      "It closed on Sat, 16 Mar 2019",
    ],
    [
      { opensAt: null, closesAt: null },
      "Registration is not open yet",
      "The organiser has not set a date yet.",
    ],
  ] as const) {
    const conference = await aConference(db, { windows: { registration } });
    await page.goto(`/en/${conference.slug}/register`);
    await expect(page.getByText(title)).toBeVisible();
    await expect(page.getByText(text)).toBeVisible();
    await expect(page.getByText("Registered already?")).toBeVisible();
    await expect(page.getByText(/places left/)).toHaveCount(0);
    await axe(page);
  }
});
