import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { signInRequests } from "@/db/schema";
import type { Mail } from "./support/mail";
import { expect, test } from "./support/test";

const linkIn = (mail: Mail) =>
  /https?:\/\/\S+\/sign-in\/confirm\?token=\S+/.exec(mail.text)?.[0] ?? "no link";

async function ask(page: Page, email: string) {
  await page.goto("/en/sign-in");
  await page.getByRole("textbox").fill(email);
  await page.getByRole("button", { name: "Send me the mail" }).click();
  await expect(page).toHaveURL("/en/sign-in/code");
}

test("a link that is altered, foreign, used or expired says which, and how to go on", async ({
  page,
  visitor,
  mail,
  db,
  axe,
}) => {
  const email = "link.story@example.org";
  await ask(page, email);
  const link = linkIn(await mail(email));
  const says = async (there: Page, address: string, title: string) => {
    await there.goto(address);
    await expect(there.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(there.getByRole("link", { name: "Ask for a new mail" })).toBeVisible();
    await expect(there.getByRole("button", { name: /^Sign in as/ })).toHaveCount(0);
  };
  await says(page, link.slice(0, -1), "This link is not complete");
  await axe(page);
  const other = await visitor();
  await says(other, link, "This is not the browser that asked");

  // None of that has used it up.
  await page.goto(link);
  await page.getByRole("button", { name: `Sign in as ${email}` }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  await says(page, link, "This link has been used");

  await ask(other, email);
  const second = linkIn(await mail(email));
  const past = new Date(Date.now() - 1000);
  await db.update(signInRequests).set({ expiresAt: past }).where(eq(signInRequests.email, email));
  await says(other, second, "This link has expired");
});

test("wrong codes are counted down; the tenth ends code and link", async ({ page, mail }) => {
  const email = "code.story@example.org";
  await ask(page, email);
  const sent = await mail(email);
  const field = page.getByLabel("Code from the mail");
  const enter = async (code: string) => {
    await field.fill(code);
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await answered;
  };
  await enter("short");
  await expect(page.getByText("A code has eight letters and figures")).toBeVisible();
  for (let left = 9; left >= 1; left -= 1) {
    await enter("0000-0000");
    await expect(
      page.getByText(left === 1 ? "One more try is left." : `${left} more tries are left.`),
    ).toBeVisible();
  }
  await enter("0000-0000");
  await expect(page.getByText("Ten wrong codes were typed").first()).toBeVisible();
  await page.goto(linkIn(sent));
  await expect(page.getByRole("heading", { level: 1, name: "This link is blocked" })).toBeVisible();
});
