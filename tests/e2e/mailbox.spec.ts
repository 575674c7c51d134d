import { startPortal } from "./support/portal";
import { expect, test } from "./support/test";

test("the mailbox of the demonstration shows the mail and opens its link, in the reader's language", async ({
  page,
  axe,
}) => {
  const email = "mailbox.story@example.org";
  await page.goto("/fr/sign-in");
  await page.getByRole("textbox").fill(email);
  await page.locator("main form button[type=submit]").click();
  await expect(page).toHaveURL("/fr/sign-in/code");
  await page.goto(`/fr/mailbox?to=${email}`);
  await expect(page).toHaveTitle("Boîte aux lettres · Openfloor");
  await axe(page);
  const row = page.getByRole("listitem").filter({ hasText: email });
  const subject = (await row.getByRole("link").first().textContent()) ?? "";
  await row.getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1, name: subject })).toBeVisible();
  await expect(page).toHaveTitle(`${subject} · Openfloor`);
  // The mail stands in a frame that runs no scripts, so not axe either; the page around it is looked at.
  await expect(page.locator("iframe")).toHaveAttribute("sandbox", "");
  await page.locator("iframe").evaluate((frame) => frame.remove());
  await axe(page);
  await page.locator("main a[href*='/sign-in/confirm']").first().click();
  await page.getByRole("button", { name: email }).click();
  await expect(page).not.toHaveURL(/sign-in/);
});

test("there is no mailbox where mail leaves, whoever asks for it and however", async () => {
  const portal = await startPortal({
    environment: { SMTP_URL: "smtp://127.0.0.1:9", MAIL_FROM: "portal@example.org" },
  });
  try {
    for (const path of ["/mailbox", "/en/mailbox", "/en/mailbox?to=owner@example.org"])
      for (const accept of ["text/html", "application/json"]) {
        const answer = await fetch(portal.address + path, { headers: { accept }, redirect: "manual" });
        expect(answer.status, `${accept} of ${path}`).toBe(404);
        expect(await answer.text()).not.toContain("@example.org");
      }
  } finally {
    await portal.stop();
  }
});
