import { eq } from "drizzle-orm";
import { conferences, questions } from "@/db/schema";
import { CONFERENCE } from "./public-pages";
import { usableByEveryone } from "./support/checks";
import { expect, test } from "./support/test";

const home = `/en/${CONFERENCE}`;
const desk = `${home}/admin`;
const strip = (page: import("@playwright/test").Page) =>
  page.getByRole("complementary", { name: "Rehearsal" });

test("every page of the organiser's settings can be used by everyone and fits a phone", async ({
  page,
  signIn,
  db,
}) => {
  test.setTimeout(120_000);
  await signIn("organiser@example.org");
  const [question] = await db
    .select({ id: questions.id })
    .from(questions)
    .where(eq(questions.kind, "one-of"));
  const addresses = [
    "settings",
    "settings/places",
    "settings/windows",
    "clock",
    "clock/leave",
    "types",
    "types/new",
    "questions",
    "questions/new",
    `questions/${question?.id}`,
    "consents",
    "consents/new",
    "invitations",
    "pages",
    "pages/practical/en",
    "pages/practical/en/history",
    "news",
    "news/new",
    "people",
  ];
  await usableByEveryone(
    page,
    addresses.map((address) => `${desk}/${address}`),
  );
});

test("the organiser moves the clock, and the strip and the home page follow", async ({
  page,
  signIn,
  axe,
}) => {
  await signIn("organiser@example.org");
  await page.goto(home);
  await expect(page.getByText("Registration closed")).toHaveCount(0);
  await page.goto(`${desk}/clock`);
  await page.getByRole("button", { name: "Move the clock to: Registration: just closed" }).click();
  await expect(page.getByRole("status")).toContainText("The clock was moved to Thu, 25 Apr 2019, 00:00.");
  await expect(strip(page)).toContainText("Thu, 25 Apr 2019, 00:00");
  await axe(page);
  await page.goto(home);
  await expect(strip(page)).toContainText("Thu, 25 Apr 2019, 00:00");
  await expect(page.getByText("Registration closed on").first()).toBeVisible();

  await page.goto(`${desk}/clock`);
  await expect(page.getByText("Before that it was Wed, 20 Mar 2019, 10:00.")).toBeVisible();
  await page.getByRole("button", { name: "Go back there" }).click();
  await expect(strip(page)).toContainText("Wed, 20 Mar 2019, 10:00");
});

test("any moment can be set without JavaScript, and a wrong one is said beside its field", async ({
  plainPage: page,
  signIn,
}) => {
  await signIn("organiser@example.org", page);
  await page.goto(`${desk}/clock`);
  const local = page.getByLabel("Date and time in Europe/Bucharest");
  await local.fill("");
  await page.getByRole("button", { name: "Move the clock", exact: true }).click();
  await expect(page.getByText("Please fill this in.")).toBeVisible();
  await local.fill("2019-05-15T13:30");
  await page.getByRole("button", { name: "Move the clock", exact: true }).click();
  await expect(strip(page)).toContainText("Wed, 15 May 2019, 13:30");
  await page.getByRole("button", { name: "Go back there" }).click();
  await expect(strip(page)).toContainText("Wed, 20 Mar 2019, 10:00");
});

test("leaving rehearsal says what changes and wants the name of the conference", async ({
  page,
  signIn,
  db,
}) => {
  await signIn("organiser@example.org");
  await page.goto(`${desk}/clock/leave`);
  await expect(page.getByText("The clock goes from Wed, 20 Mar 2019, 10:00 to real time")).toBeVisible();
  await expect(page.getByText("Registration: now open, then closed.")).toBeVisible();
  await page.getByLabel("To confirm, type the name").fill("Another conference");
  await page.getByRole("button", { name: "Make the conference live" }).click();
  await expect(page.getByText("Please type the name as it stands above.")).toBeVisible();
  await expect(page.getByLabel("To confirm, type the name")).toHaveValue("Another conference");
  const [row] = await db.select().from(conferences).where(eq(conferences.slug, CONFERENCE));
  expect(row?.mode).toBe("rehearsal");
});

test("who saves second keeps what was typed and may save again", async ({ page, signIn, visitor }) => {
  await signIn("organiser@example.org");
  const other = await visitor();
  await signIn("owner@example.org", other);
  await page.goto(`${desk}/settings`);
  await other.goto(`${desk}/settings`);
  await other.getByLabel("Hashtag").fill("#first");
  await other.getByRole("button", { name: "Save the settings" }).click();
  await expect(other.getByRole("status")).toHaveText("Saved.");
  await page.getByLabel("Hashtag").fill("#second");
  await page.getByRole("button", { name: "Save the settings" }).click();
  await expect(page.getByText("Someone else saved this while you were writing.")).toBeVisible();
  await expect(page.getByLabel("Hashtag")).toHaveValue("#second");
  await page.getByRole("button", { name: "Save the settings" }).click();
  await expect(page.getByRole("status")).toHaveText("Saved.");
  await page.reload();
  await expect(page.getByLabel("Hashtag")).toHaveValue("#second");
});

test("fewer places than are taken are asked for twice", async ({ page, signIn }) => {
  await signIn("organiser@example.org");
  await page.goto(`${desk}/settings/places`);
  await page.getByLabel("Capacity", { exact: true }).fill("200");
  await page.getByRole("button", { name: "Save the places" }).click();
  await expect(page.getByText("nobody loses a place")).toBeVisible();
  await expect(page.getByLabel("Capacity", { exact: true })).toHaveValue("200");
  await page.getByLabel("Yes, lower the capacity").check();
  await page.getByRole("button", { name: "Save the places" }).click();
  await expect(page.getByRole("status")).toHaveText("Saved.");
  await page.goto(home);
  await expect(page.getByText("All places are taken").first()).toBeVisible();
  await page.goto(`${desk}/settings/places`);
  await page.getByLabel("Capacity", { exact: true }).fill("400");
  await page.getByRole("button", { name: "Save the places" }).click();
  await expect(page.getByRole("status")).toHaveText("Saved.");
});

test("a page is written with its preview, published, compared and restored", async ({
  page,
  signIn,
  axe,
}) => {
  await signIn("organiser@example.org");
  await page.goto(`${desk}/pages`);
  await page.getByRole("link", { name: "Practical information: English" }).click();
  const preview = page.getByRole("region", { name: "As visitors see it" });
  // Typed by a program, a text may meet the moment at which the field comes alive: then it is typed again.
  await expect(async () => {
    await page
      .getByLabel("Text", { exact: true })
      .fill("## By boat\n\nThe **Danube** is near. <b onclick=x>raw</b>");
    await expect(preview.getByRole("heading", { name: "By boat" })).toBeVisible({ timeout: 2000 });
    await expect(preview.locator("strong")).toHaveText("Danube", { timeout: 2000 });
  }).toPass();
  await expect(preview.locator("b")).toHaveCount(0);
  await page.getByRole("button", { name: "Save the page" }).click();
  await expect(page.getByRole("status")).toHaveText("Saved.");
  await page.goto(`${home}/practical`);
  await expect(page.getByRole("heading", { name: "By boat" })).toBeVisible();

  await page.goto(`${desk}/pages/practical/en/history`);
  await expect(page.getByRole("heading", { name: "From version 1 to version 2" })).toBeVisible();
  await expect(page.getByText("Added: ").first()).toBeAttached();
  await axe(page);
  await page.getByRole("button", { name: "Restore version 1" }).click();
  await expect(page.getByRole("status")).toContainText("The earlier text stands again");
  await page.goto(`${home}/practical`);
  await expect(page.getByRole("heading", { name: "By boat" })).toHaveCount(0);
});

test("without JavaScript a button shows the preview, and what was typed stays", async ({
  plainPage: page,
  signIn,
}) => {
  await signIn("organiser@example.org", page);
  await page.goto(`${desk}/pages/awards/fr`);
  await page.getByLabel("Text", { exact: true }).fill("## Un prix de plus");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(
    page
      .getByRole("region", { name: "As visitors see it" })
      .getByRole("heading", { name: "Un prix de plus" }),
  ).toBeVisible();
  await expect(page.getByLabel("Text", { exact: true })).toHaveValue("## Un prix de plus");
});

test("a question that the organiser adds is asked of a newcomer", async ({ page, signIn, visitor }) => {
  await signIn("organiser@example.org");
  await page.goto(`${desk}/questions`);
  await page.getByRole("link", { name: "Add a question" }).click();
  await page.getByLabel("Question", { exact: true }).fill("Which river do you live by?");
  await page.getByLabel("Kind of answer").selectOption("one-of");
  await page.getByRole("button", { name: "Add a question" }).click();
  await expect(page.getByText("Please give at least one option.")).toBeVisible();
  await expect(page.getByLabel("Question", { exact: true })).toHaveValue("Which river do you live by?");
  await page.getByLabel("New options").fill("Danube\nRhine");
  await page.getByRole("button", { name: "Add a question" }).click();
  await expect(page.getByRole("status")).toHaveText("Added.");
  await expect(page.getByText("One of · no answers")).toBeVisible();
  const newcomer = await visitor();
  await signIn("newcomer@example.org", newcomer);
  await newcomer.goto(`${home}/register`);
  await expect(newcomer.getByText("Which river do you live by?")).toBeVisible();
  await expect(newcomer.getByText("Rhine")).toBeAttached();
});

test("the organiser writes news, makes a code and gives a role", async ({ page, signIn, mail, axe }) => {
  await signIn("organiser@example.org");
  await page.goto(`${desk}/news/new`);
  await page.getByLabel("Heading", { exact: true }).fill("The boats are booked");
  await page.getByLabel("Text (Markdown)", { exact: true }).fill("All of **them**.");
  await page.getByRole("button", { name: "Publish now" }).click();
  await expect(page.getByRole("status")).toHaveText("Added.");
  await page.goto(`${home}/news/the-boats-are-booked`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The boats are booked");

  await page.goto(`${desk}/invitations`);
  await page.getByLabel("Places").fill("3");
  await page.getByLabel("The code itself").fill("boat people");
  await page.getByRole("button", { name: "Make the code" }).click();
  await expect(page.getByRole("status")).toHaveText("The code is BOATPEOPLE. It keeps 3 places.");
  await expect(page.getByText("0 of 3 used")).toBeVisible();
  await page.getByRole("link", { name: /^Change.*BOATPEOPLE$/ }).click();
  await axe(page);
  await page.getByLabel("Places").fill("2");
  await page.getByLabel("For whom").fill("The crew");
  await page.getByRole("button", { name: "Save the code" }).click();
  await expect(page.getByRole("status")).toHaveText("Saved.");
  await expect(page.getByText("The crew")).toBeVisible();
  await expect(page.getByText("0 of 2 used")).toBeVisible();

  await page.goto(`${desk}/people`);
  await page.getByLabel("E-mail address").fill("captain@example.org");
  await page.getByLabel("Role", { exact: true }).selectOption("staff");
  await page.getByRole("button", { name: "Give the role" }).click();
  await expect(page.getByRole("status")).toContainText("The role is given.");
  await axe(page);
  expect((await mail("captain@example.org")).text).toContain("captain@example.org");
});

test("the owner makes a conference and the next edition of another", async ({ page, signIn, axe }) => {
  await signIn("owner@example.org");
  await page.goto("/en/owner");
  await axe(page);
  await page.getByRole("link", { name: "Make a conference" }).click();
  await axe(page);
  await page.getByLabel("Name", { exact: true }).fill("Rivers of Europe");
  await page.getByLabel("Short name").fill("Rivers");
  await page.getByLabel("Address").fill(CONFERENCE);
  await page.getByLabel("First day").fill("2030-06-03");
  await page.getByLabel("Last day").fill("2030-06-04");
  await page.getByLabel("Time zone").fill("Europe/Vienna");
  await page.getByLabel("Capacity").fill("120");
  await page.getByRole("button", { name: "Make the conference" }).click();
  await expect(page.getByText("Another conference has this address.")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Rivers of Europe");
  await page.getByLabel("Address").fill("rivers");
  await page.getByRole("button", { name: "Make the conference" }).click();
  await expect(page).toHaveURL("/en/rivers/admin/settings");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Rivers of Europe");
  await page.goto("/en/rivers");
  await expect(strip(page)).toContainText("The clock shows real time.");

  await page.goto("/en/owner");
  await page.getByRole("link", { name: "Make the next edition of European Cluster Conference 2019" }).click();
  await axe(page);
  await page.getByLabel("Name", { exact: true }).fill("European Cluster Conference 2020");
  await page.getByLabel("Address").fill("ecc2020");
  await page.getByLabel("First day").fill("2020-05-12");
  await page.getByLabel("Last day").fill("2020-05-14");
  await page.getByRole("button", { name: "Make the edition" }).click();
  await expect(page).toHaveURL("/en/ecc2020/admin/settings");
  await page.goto("/en/ecc2020/admin/types");
  await expect(page.getByRole("link", { name: "Cluster organisation" })).toBeVisible();
  await expect(page.getByText("no registrations").first()).toBeVisible();
  await page.goto("/en/ecc2020/practical");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("nobody else comes in: participants are refused, strangers are led to sign-in", async ({
  page,
  signIn,
  visitor,
  allow,
}) => {
  allow.push(/403 \(Forbidden\)/);
  await signIn("participant@example.org");
  for (const address of [`${desk}/clock`, `${desk}/people`, "/en/owner", "/en/owner/new"]) {
    expect((await page.goto(address))?.status(), address).toBe(403);
  }
  const stranger = await visitor();
  await stranger.goto(`${desk}/clock`);
  await expect(stranger).toHaveURL(/\/en\/sign-in\?to=/);
});
