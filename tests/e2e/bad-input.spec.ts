import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { unzipSync } from "fflate";
import { authSessions, outbox, registrations } from "@/db/schema";
import { aConference, aPerson, aQuestion, aRegistration } from "@/tests/factories";
import { CONFERENCE } from "./public-pages";
import { expect, test } from "./support/test";

const MARKUP = {
  givenName: '=HYPERLINK("https://evil.example";"x")',
  familyName: "<script>document.title='taken'</script>",
  organisation: '@SUM(1;2) <img src=x onerror="document.title=1"> & Söhne, "GmbH"',
  jobTitle: "-2+3 [link](javascript:alert(1)) **bold** {name} %s \\n",
  answer: "+cmd|' /C calc'!A0\n=1+1;,<b>two</b>",
};

const fill = async (page: Page, values: Partial<typeof MARKUP>) => {
  await page.getByLabel("Given name").fill(values.givenName ?? "Ana");
  await page.getByLabel("Family name").fill(values.familyName ?? "Popescu");
  if (values.organisation) await page.getByLabel("Organisation").fill(values.organisation);
  if (values.jobTitle) await page.getByLabel("Job title").fill(values.jobTitle);
  await page.getByLabel("Country").selectOption("RO");
};

const send = (page: Page) => page.getByRole("button", { name: "Register" }).click();

test("markup and formulas in every field come out as they were typed, and do nothing", async ({
  page,
  signIn,
  visitor,
  db,
}) => {
  const conference = await aConference(db, {
    name: "Clusters; meet, again \\ <b>now</b>",
    venueName: "Palace\r\nATTENDEE:mailto:evil@example.org",
  });
  await aQuestion(db, conference, { kind: "long-text", label: { en: "Your <i>wish</i>" } });
  const person = await aPerson(db);
  await signIn(person.email);
  await page.goto(`/en/${conference.slug}/register`);
  await fill(page, MARKUP);
  await page.getByLabel("Your <i>wish</i>").fill(MARKUP.answer);
  await send(page);
  await expect(page).toHaveURL(/\/registration\?/);

  const shows = async (there: Page, words: string[]) => {
    for (const word of words) await expect(there.getByText(word).first()).toBeVisible();
    expect(await there.title()).not.toMatch(/^(taken|1)$/);
    expect(await there.locator("main img[src=x]").count()).toBe(0);
  };
  const { answer, ...typed } = MARKUP;
  await shows(page, Object.values(typed));

  const calendar = await (await page.request.get(`/en/${conference.slug}/registration/calendar`)).text();
  const unfolded = calendar.replaceAll("\r\n ", "");
  expect(unfolded).toContain("SUMMARY:Clusters\\; meet\\, again \\\\ <b>now</b>");
  expect(unfolded).not.toMatch(/^ATTENDEE/m);

  const [mail] = await db.select().from(outbox).where(eq(outbox.personId, person.id));
  expect(mail?.subject).not.toMatch(/[\r\n]/);
  expect(mail?.text).toContain("Clusters; meet, again \\ <b>now</b>");
  expect(mail?.html).toContain("&lt;b&gt;now&lt;/b&gt;");
  expect(mail?.html).not.toMatch(/<(script|b|img)\b/);

  const desk = await visitor();
  await signIn("owner@example.org", desk);
  await desk.goto(`/en/${conference.slug}/admin/registrations`);
  await shows(desk, [typed.familyName]);
  const [row] = await db.select().from(registrations).where(eq(registrations.personId, person.id));
  await desk.goto(`/en/${conference.slug}/admin/registrations/${row?.id}`);
  await shows(desk, [...Object.values(typed), "=1+1;,<b>two</b>"]);

  const exported = (format: string) =>
    desk.request.get(`/en/${conference.slug}/admin/registrations/export?format=${format}`);
  // With an apostrophe in front a spreadsheet shows the text; quotes within a cell are doubled.
  const csv = (await (await exported("csv")).text()).replaceAll('""', '"');
  for (const value of [typed.givenName, typed.organisation, typed.jobTitle, answer])
    expect(csv).toContain(`'${value}`);
  expect(csv).toContain(typed.familyName);
  const sheet = unzipSync(await (await exported("xlsx")).body())["xl/worksheets/sheet1.xml"];
  const xml = new TextDecoder().decode(sheet);
  expect(xml).not.toMatch(/<f[ >]/);
  expect(xml).toContain("&lt;script&gt;document.title='taken'&lt;/script&gt;");
  expect(xml).toContain("=HYPERLINK(&quot;https://evil.example&quot;;&quot;x&quot;)");
});

test.describe("an address that is none", () => {
  for (const [what, typed, words] of [
    ["with a sign that only looks like an @", "ana＠example.org", "only looks like an @"],
    ["in a list", "ana@example.org,eva@example.org", "one address only"],
    ["of 300 characters", `${"a".repeat(288)}@example.org`, "No e-mail address is that long"],
    ["with letters that look Latin", "аna@example.org", "only look like them"],
    ["with a line of its own", "ana@example.org bcc:eva@example.org", "blank inside"],
  ] as const)
    test(`${what} is said beside the field and stays there`, async ({ page, axe }) => {
      await page.goto("/en/sign-in");
      const field = page.getByRole("textbox");
      await field.fill(typed);
      await page.locator("form button[type=submit]").click();
      await expect(page.getByText(words)).toBeVisible();
      await expect(field).toHaveValue(typed);
      await expect(field).toHaveAttribute("aria-invalid", "true");
      await axe(page);
    });
});

test("a double press and the back button register once", async ({ page, signIn, db, allow }) => {
  const conference = await aConference(db);
  const person = await aPerson(db);
  await signIn(person.email);
  const form = `/en/${conference.slug}/register`;
  await page.goto(form);
  await fill(page, {});
  let posts = 0;
  page.on("request", (request) => {
    if (request.method() === "POST") posts += 1;
  });
  await page.getByRole("button", { name: "Register" }).dblclick();
  await expect(page).toHaveURL(/\/registration/);
  expect(posts, "the second press sends nothing").toBe(1);
  await page.goBack();
  // Whether the browser kept the page or asks again: nobody is registered twice, and nobody sees a fault.
  if (await page.getByRole("button", { name: "Register" }).isVisible()) {
    await fill(page, { familyName: "Other" });
    await send(page);
    await expect(page).toHaveURL(/\/registration/);
  } else {
    await expect(page.getByText("You are registered", { exact: false }).first()).toBeVisible();
  }
  const rows = await db.select().from(registrations).where(eq(registrations.personId, person.id));
  expect(rows).toMatchObject([{ familyName: "Popescu" }]);
  const mails = await db.select().from(outbox).where(eq(outbox.personId, person.id));
  expect(mails).toHaveLength(1);
  allow.push(/ERR_ABORTED/);
});

test("an id of another conference, or of nothing, leads to a page that says so", async ({
  page,
  signIn,
  db,
  allow,
}) => {
  allow.push(/status of 40[34]/);
  const other = await aConference(db);
  const theirs = await aRegistration(db, other);
  await signIn("organiser@example.org");
  for (const id of [theirs.id, "00000000-0000-4000-8000-000000000000", "x'; drop table persons; --", "%00"]) {
    const answer = await page.goto(`/en/${CONFERENCE}/admin/registrations/${encodeURIComponent(id)}`);
    expect(answer?.status(), id).toBe(404);
    await expect(page.locator("h1")).toBeVisible();
  }
  const answer = await page.goto(`/en/${other.slug}/admin/registrations/${theirs.id}`);
  expect(answer?.status()).toBe(403);
});

test("signed out on another device: the next click leads to sign-in, and from there back", async ({
  page,
  signIn,
  db,
}) => {
  const person = await aPerson(db);
  await signIn(person.email);
  await page.goto(`/en/${CONFERENCE}/registration`);
  await expect(page).toHaveURL(/\/registration$/);
  await db.delete(authSessions).where(eq(authSessions.personId, person.id));
  await page.goto(`/en/${CONFERENCE}/my-data?from=there`);
  await expect(page).toHaveURL(
    `/en/sign-in?to=${encodeURIComponent(`/en/${CONFERENCE}/my-data?from=there`)}`,
  );
  await expect(page.getByRole("textbox")).toBeVisible();
  await signIn(person.email);
  await page.goto(`/en/${CONFERENCE}/my-data?from=there`);
  await expect(page.locator("h1")).toHaveText("My data");
});

test("addresses that no browser writes are answered in words, never by a fault", async ({ portal }) => {
  const paths = [
    "/en/%00",
    "/en/..%2f..%2fetc%2fpasswd",
    "/en/%E0%A4%A",
    `/en/${"x".repeat(6000)}`,
    `/en/${CONFERENCE}/programme/%F0%9F%8E%AA`,
    `/en/${CONFERENCE}/programme?day=%00&topic=${"x".repeat(3000)}&topic[]=1`,
    `/xx/${CONFERENCE}`,
    "/EN/ECC2019",
    `/en/${CONFERENCE}/news/%00`,
    "/en/sign-in?to=//evil.example&to=javascript:alert(1)",
    "/en/sign-in/confirm?token=%00&token=2",
    "/en/sign-in/confirm",
    "/en/sign-in/code",
    "/api/places/%00",
    "/api/me?conference=%00",
    "/%",
    `/_next/image?url=%00&w=1`,
  ];
  const faults: string[] = [];
  for (const path of paths) {
    const answer = await fetch(portal.address + path, {
      headers: { accept: "text/html" },
      redirect: "manual",
    });
    const text = await answer.text();
    if (answer.status >= 500) faults.push(`${path.slice(0, 60)}: ${answer.status} ${text.slice(0, 80)}`);
    if (answer.headers.get("location")?.includes("evil.example")) faults.push(`${path} leads away`);
  }
  expect(faults).toEqual([]);
});
