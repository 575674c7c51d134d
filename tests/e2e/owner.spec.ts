import { eq } from "drizzle-orm";
import { outbox, secondFactors } from "@/db/schema";
import { aPerson } from "@/tests/factories";
import { expect, test } from "./support/test";

test("an owner resets a lost second factor, finds it in the log, and sends a mail that failed again", async ({
  page,
  signIn,
  axe,
  db,
  mail,
}) => {
  const lost = await aPerson(db, { email: "lost-phone@example.org" });
  await db.insert(secondFactors).values({ personId: lost.id, secret: "sealed", confirmedAt: new Date() });
  const failed = { recipient: "new-owner@example.org", kind: "role-given", locale: "en", text: "Text" };
  const [stuck] = await db
    .insert(outbox)
    .values({
      ...failed,
      subject: "Hello",
      html: "<p>Text</p>",
      state: "failed",
      error: "550 No such mailbox",
    })
    .returning({ id: outbox.id });
  await signIn("owner@example.org");
  await page.goto("/en/owner");
  await expect(page.getByText("The mail provider said: 550 No such mailbox")).toBeVisible();
  await axe(page);

  const reset = page.locator("form", { has: page.getByRole("button", { name: "Reset the second factor" }) });
  await reset.getByLabel("E-mail address").fill("lost-phone@example.org");
  await reset.getByRole("button").click();
  await expect(reset.getByText("Please make sure first")).toBeVisible();
  await expect(reset.getByLabel("E-mail address")).toHaveValue("lost-phone@example.org");
  await axe(page);
  await reset.getByLabel("I have spoken with this person").check();
  await reset.getByRole("button").click();
  await expect(page.getByText("The second factor of lost-phone@example.org is off.")).toBeVisible();
  expect((await mail("lost-phone@example.org")).subject).toContain("second step");
  expect(await db.$count(secondFactors, eq(secondFactors.personId, lost.id))).toBe(0);

  await page.getByRole("button", { name: "Send it again" }).click();
  await expect(page.getByText("The mail is on its way again.")).toBeVisible();
  const [again] = await db
    .select()
    .from(outbox)
    .where(eq(outbox.id, stuck?.id ?? ""));
  expect(again?.state).not.toBe("failed");

  await page.getByRole("link", { name: "Audit log" }).click();
  await expect(page.getByText("Second factor reset by an owner: lost-phone@example.org")).toBeVisible();
  await axe(page);
  await page.getByLabel("What").selectOption({ label: "Second factor reset by an owner" });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("listitem")).toHaveCount(1);
});

test("organisers write down an earlier edition, and visitors read it", async ({ page, signIn, axe }) => {
  await signIn("organiser@example.org");
  await page.goto("/en/ecc2019/admin/editions");
  await axe(page);
  await page.getByRole("link", { name: "Add an edition" }).click();
  await page.getByLabel("Edition").fill("2");
  await page.getByLabel("Year").fill("twenty ten");
  await page.getByLabel("Place").fill("Lisbon");
  await page.getByRole("button", { name: "Add an edition" }).click();
  await expect(page.getByLabel("Place")).toHaveValue("Lisbon");
  await axe(page);
  await page.getByLabel("Year").fill("2010");
  await page.getByRole("button", { name: "Add an edition" }).click();
  await expect(page.getByRole("status")).toContainText("Added.");
  await page.goto("/en/ecc2019/past-editions");
  await expect(page.getByText("Lisbon")).toBeVisible();

  await page.goto("/en/ecc2019/admin/editions");
  await page.getByRole("link", { name: "Edition 2, 2010" }).click();
  await page.getByText("Remove this edition …").click();
  await axe(page);
  await page.getByRole("button", { name: "Remove the edition" }).click();
  await expect(page.getByRole("status")).toContainText("Removed.");
  await page.goto("/en/ecc2019/past-editions");
  await expect(page.getByText("Lisbon")).toHaveCount(0);
});
