import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { authSessions, persons } from "@/db/schema";
import type { Mail } from "./support/mail";
import { expect, test } from "./support/test";

const BACK = "/en/ecc2019/registration?from=the-mail";

const linkIn = (mail: Mail) =>
  /https?:\/\/\S+\/sign-in\/confirm\?token=\S+/.exec(mail.text)?.[0] ?? "no link";
const codeIn = (mail: Mail) => /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(mail.text)?.[0] ?? "no code";
const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const enterAs = (page: Page, email: string) => page.getByRole("button", { name: `Sign in as ${email}` });

async function ask(page: Page, email: string) {
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await page.getByRole("button", { name: "Send me the mail" }).click();
  await expect(title(page, "Look into your mail")).toBeVisible();
}

async function typeCode(page: Page, code: string) {
  await page.getByLabel("Code from the mail").fill(code);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** The link, looked at as mail scanners and previews do. */
async function scan(link: string) {
  for (const method of ["HEAD", "GET", "GET"]) {
    const answer = await fetch(link, { method });
    expect(answer.status, `${method} of the link`).toBe(200);
    await answer.arrayBuffer();
  }
}

test("a newcomer asks, and the link of the mail leads back to where they wanted to go", async ({
  page,
  mail,
  db,
  axe,
}) => {
  const email = "first.story@example.org";
  await page.goto(BACK);
  await expect(page).toHaveURL(`/en/sign-in?to=${encodeURIComponent(BACK)}`);
  await axe(page);
  await ask(page, ` ${email.toUpperCase()} `);
  await expect(page.getByText(email)).toBeVisible();
  await axe(page);
  expect(await db.$count(persons, eq(persons.email, email)), "nobody has an account by asking").toBe(0);

  const sent = await mail(email);
  await scan(linkIn(sent));
  await page.request.head(linkIn(sent));
  await page.goto(linkIn(sent));
  await page.reload();
  await expect(title(page, "Sign in")).toBeVisible();
  expect(await page.evaluate(() => document.title)).toBe("Sign in · Openfloor");
  await axe(page);
  expect(await db.$count(persons, eq(persons.email, email)), "nobody is in by looking").toBe(0);

  await enterAs(page, email).click();
  await expect(page).toHaveURL(BACK);
  await axe(page);
  const [person] = await db.select().from(persons).where(eq(persons.email, email));
  expect(await db.$count(authSessions, eq(authSessions.personId, person?.id ?? ""))).toBe(1);
  const cookies = await page.context().cookies();
  const session = cookies.find(({ name }) => name === "openfloor.session");
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });

  await page.goto(linkIn(sent));
  await expect(title(page, "This link has been used")).toBeVisible();
  await expect(enterAs(page, email)).toHaveCount(0);
});

test("the mail is read on the phone: it is told so, and its code signs the asking browser in", async ({
  page,
  visitor,
  mail,
  axe,
}) => {
  const email = "code.elsewhere@example.org";
  await page.goto("/en/sign-in?to=/en/account");
  await ask(page, email);
  const sent = await mail(email);

  const phone = await visitor();
  await phone.goto(linkIn(sent));
  await expect(title(phone, "This is not the browser that asked")).toBeVisible();
  await expect(enterAs(phone, email)).toHaveCount(0);
  await expect(phone.getByText(email)).toHaveCount(0);
  await axe(phone);
  await phone.goto("/en/sign-in/code");
  await expect(title(phone, "Sign in")).toBeVisible();

  await typeCode(page, codeIn(sent).toLowerCase().replace("-", " "));
  await expect(page).toHaveURL("/en/account");
  await expect(page.getByText(email)).toBeVisible();
  await phone.goto(linkIn(sent));
  await expect(title(phone, "This link has been used")).toBeVisible();
});

test("every sign-in makes a new session; the one this browser had before ends, and no other", async ({
  page,
  visitor,
  signIn,
  mail,
}) => {
  const email = "newcomer@example.org";
  const token = async () =>
    (await page.context().cookies()).find(({ name }) => name === "openfloor.session")?.value ?? "";
  await signIn(email);
  const phone = await visitor();
  await signIn(email, phone);
  const before = await token();
  await page.goto("/en/sign-in");
  await expect(page.getByText(`You are signed in as ${email}`)).toBeVisible();
  await ask(page, email);
  await page.goto(linkIn(await mail(email)));
  await enterAs(page, email).click();
  await expect(page).toHaveURL("/en/ecc2019");
  expect(await token()).not.toBe(before);

  const old = await visitor();
  await old.context().addCookies([{ name: "openfloor.session", value: before, url: page.url() }]);
  await old.goto("/en/account");
  await expect(old).toHaveURL("/en/sign-in?to=%2Fen%2Faccount");
  await phone.goto("/en/account");
  await expect(phone).toHaveURL("/en/account");
});

test("signing out everywhere ends the other browser at its next click", async ({
  page,
  visitor,
  mail,
  db,
  axe,
}) => {
  const email = "everywhere.story@example.org";
  const other = await visitor();
  for (const browser of [page, other]) {
    await browser.goto("/en/sign-in?to=/en/account");
    await ask(browser, email);
    await typeCode(browser, codeIn(await mail(email)));
    await expect(title(browser, "My account")).toBeVisible();
  }
  await page.reload();
  await expect(page.getByRole("button", { name: /^Sign out / })).toHaveCount(2);
  await axe(page);
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page).not.toHaveURL(/account/);
  const [person] = await db.select().from(persons).where(eq(persons.email, email));
  expect(await db.$count(authSessions, eq(authSessions.personId, person?.id ?? ""))).toBe(0);
  await other.goto("/en/account");
  await expect(other).toHaveURL("/en/sign-in?to=%2Fen%2Faccount");
  await axe(other);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  // A browser that runs no scripts reports each of them as refused.
  test.beforeEach(({ allow }) => void allow.push(/_next\/static\/.*csp$/));

  test("both ways in, and the way out, work as well", async ({ page, visitor, mail }) => {
    const email = "plain.story@example.org";
    await page.goto("/en/sign-in?to=/en/account");
    await ask(page, email);
    const first = await mail(email);
    await typeCode(page, "short");
    await expect(page.getByText("A code has eight letters and figures")).toBeVisible();
    await typeCode(page, codeIn(first));
    await expect(page).toHaveURL("/en/account");

    const other = await visitor();
    await other.goto(`/en/sign-in?to=${encodeURIComponent(BACK)}`);
    await ask(other, email);
    const second = await mail(email);
    await other.goto(linkIn(second));
    await enterAs(other, email).click();
    await expect(other).toHaveURL(BACK);

    await page.getByRole("button", { name: "Sign out everywhere" }).click();
    await expect(page).not.toHaveURL(/account/);
    await other.goto("/en/account");
    await expect(other).toHaveURL("/en/sign-in?to=%2Fen%2Faccount");
  });
});

test("no personal page exists in a language that the portal does not speak", async ({ portal }) => {
  for (const path of [
    "sign-in",
    "sign-in/code",
    "sign-in/confirm?token=x",
    "sign-in/second-factor",
    "mailbox",
    "account",
    "owner",
    "owner/audit",
    "owner/new",
  ]) {
    const answer = await fetch(`${portal.address}/xx/${path}`, { redirect: "manual" });
    expect(answer.status, path).toBe(404);
    expect((await fetch(`${portal.address}/en/${path}`)).status, path).toBe(200);
  }
});
