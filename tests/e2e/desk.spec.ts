import { readFileSync } from "node:fs";
import { and, eq, isNull, sql } from "drizzle-orm";
import { unzipSync } from "fflate";
import type { Database } from "@/db/client";
import {
  auditEntries,
  conferences,
  outbox,
  participantTypes,
  registrations,
  roles,
  sensitiveAnswers,
} from "@/db/schema";
import { aPerson } from "@/tests/factories";
import { CONFERENCE } from "./public-pages";
import { usableByEveryone } from "./support/checks";
import { expect, test } from "./support/test";

const desk = `/en/${CONFERENCE}/admin`;
const list = `${desk}/registrations`;

// Other stories of this file make conferences of their own.
const here = sql`${registrations.conferenceId} = (select id from conferences where slug = 'ecc2019')`;

const inState = async (db: Database, state: "pending" | "confirmed" | "waitlisted") => {
  const found = await db
    .select()
    .from(registrations)
    .where(and(here, eq(registrations.state, state)))
    .orderBy(registrations.arrival);
  if (!found[0]) throw new Error(`Nobody in the demonstration is ${state}`);
  return { all: found, first: found[0] };
};

test("every page of the desk can be used by everyone and fits a phone", { tag: "@both" }, async ({
  page,
  signIn,
  db,
}) => {
  test.setTimeout(120_000);
  await signIn("organiser@example.org");
  const { first } = await inState(db, "confirmed");
  const addresses = [
    "",
    "/registrations",
    "/registrations?q=zzzzzz",
    "/registrations?country=RO&checked=no&sort=name&size=25",
    `/registrations/${first.id}`,
    `/registrations/${first.id}/edit`,
    "/registrations/move?move=approve&scope=all",
    "/registrations/move?move=decline&scope=all",
    "/registrations/move?move=cancel&scope=chosen",
    `/registrations/move?move=type:${first.typeId}&scope=all&state=pending`,
    "/registrations/moved",
    "/registrations/retyped",
    "/waiting-list",
    "/exports?state=confirmed",
    "/audit",
    "/outbox",
  ];
  await usableByEveryone(
    page,
    addresses.map((address) => desk + address),
  );
});

test("the organiser finds someone without typing the accents", async ({ page, signIn, db }) => {
  await signIn("organiser@example.org");
  const { first } = await inState(db, "confirmed");
  await db
    .update(registrations)
    .set({ givenName: "Ștefania", familyName: "Țăranu-Łuk" })
    .where(eq(registrations.id, first.id));
  await page.goto(list);
  await page.getByRole("searchbox").fill("taranu-luk stefania");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/\?q=taranu-luk\+stefania$/);
  await expect(page.getByRole("row").filter({ hasText: "Țăranu-Łuk" })).toHaveCount(1);
  await page.getByRole("link", { name: "Țăranu-Łuk, Ștefania" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ștefania Țăranu-Łuk");
});

test("the organiser approves all who wait, after being told what follows, and takes it back", async ({
  page,
  signIn,
  db,
  axe,
}) => {
  await signIn("organiser@example.org");
  const { all } = await inState(db, "pending");
  await page.goto(desk);
  await page.getByRole("link", { name: "Review them" }).click();
  await page.getByLabel("Whom").selectOption({ label: `All ${all.length} found` });
  await page.getByLabel("What", { exact: true }).selectOption({ label: "Approve" });
  await page.getByRole("button", { name: "See what would happen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Approve ${all.length} registrations`);
  await expect(page.getByText(`${all.length} mails are written and stay in the outbox`)).toBeVisible();
  await page.getByRole("button", { name: `Approve all ${all.length}` }).click();
  await expect(page.getByRole("status")).toContainText(`${all.length} registrations were approved`);
  await axe(page);
  const pending = () => db.$count(registrations, and(here, eq(registrations.state, "pending")));
  expect(await pending()).toBe(0);
  await page.getByRole("button", { name: `Undo for all ${all.length}` }).click();
  await expect(page.getByRole("status")).toContainText(`${all.length} approvals were undone.`);
  expect(await pending()).toBe(all.length);
});

test("a cancellation says what follows, and is undone with one press", async ({ page, signIn, db }) => {
  await signIn("organiser@example.org");
  // Of a type that nobody waits for: else the place would go to the next in line at once.
  const [first] = await db
    .select({ id: registrations.id })
    .from(registrations)
    .innerJoin(participantTypes, eq(participantTypes.id, registrations.typeId))
    .where(and(here, eq(registrations.state, "confirmed"), isNull(participantTypes.capacity)))
    .orderBy(registrations.arrival)
    .limit(1);
  if (!first) throw new Error("Nobody of an unlimited type is confirmed");
  await page.goto(`${list}/${first.id}`);
  await page.getByRole("link", { name: "Cancel", exact: true }).click();
  await expect(page.getByText("Freed places go to the next on the waiting list at once.")).toBeVisible();
  await page.getByRole("button", { name: "Cancel the registration" }).click();
  await expect(page.getByRole("status")).toContainText("1 registration was cancelled.");
  const state = async () =>
    (await db.select().from(registrations).where(eq(registrations.id, first.id)))[0]?.state;
  expect(await state()).toBe("cancelled");
  await page.getByRole("button", { name: "Undo for 1" }).click();
  await expect(page.getByRole("status")).toContainText("1 cancellation was undone.");
  expect(await state()).toBe("confirmed");
  await page.goto(`${list}/${first.id}`);
  await expect(page.getByText("Cancellation undone")).toBeVisible();
});

test("rows are chosen and moved without JavaScript too", async ({ plainPage: page, signIn, db }) => {
  await signIn("organiser@example.org", page);
  const { all } = await inState(db, "confirmed");
  const [one, two] = all.slice(-2);
  await page.goto(`${list}?state=confirmed`);
  for (const person of [one, two]) await page.locator(`input[value="${person?.id}"]`).check();
  await page.getByLabel("What", { exact: true }).selectOption("cancel");
  await page.getByRole("button", { name: "See what would happen" }).click();
  await page.getByRole("button", { name: "Cancel all 2 registrations" }).click();
  await expect(page.getByText("2 registrations were cancelled.")).toBeVisible();
  await page.getByRole("button", { name: "Undo for all 2" }).click();
  await expect(page.getByText("2 cancellations were undone.")).toBeVisible();
});

test("nothing is done when the list changed after the confirmation was shown", async ({
  page,
  signIn,
  db,
}) => {
  await signIn("organiser@example.org");
  const { all, first } = await inState(db, "waitlisted");
  await page.goto(`${list}/move?move=cancel&scope=all&state=waitlisted`);
  await db
    .update(registrations)
    .set({ state: "cancelled", cancelReason: "participant", cancelledAt: new Date() })
    .where(eq(registrations.id, first.id));
  await page.getByRole("button", { name: `Cancel all ${all.length} registrations` }).click();
  await expect(page.getByText(`instead of ${all.length}. Nothing was done.`)).toBeVisible();
  expect((await inState(db, "waitlisted")).all).toHaveLength(all.length - 1);
});

test("what is filtered is downloaded, with sensitive answers only when they are ticked", async ({
  page,
  signIn,
  db,
}) => {
  await signIn("organiser@example.org");
  const { all } = await inState(db, "confirmed");
  await page.goto(`${list}?state=confirmed`);
  await page.getByRole("link", { name: "Export this list" }).click();
  const file = async (format: string, sensitive: boolean) => {
    await page.getByLabel("File").selectOption(format);
    await page.getByRole("checkbox").setChecked(sensitive);
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: `Download ${all.length} registrations` }).click();
    return readFileSync(await (await coming).path());
  };
  const csv = (await file("csv", false)).toString("utf8");
  expect(csv.split("\r\n").filter(Boolean)).toHaveLength(all.length + 1);
  expect(csv).not.toContain("What do you eat?");
  const book = unzipSync(new Uint8Array(await file("xlsx", true)));
  const sheet = new TextDecoder().decode(book["xl/worksheets/sheet1.xml"]);
  expect(sheet.match(/<row>/g)).toHaveLength(all.length + 1);
  expect(sheet).toContain("What do you eat?");
  const written = await db
    .select({ action: auditEntries.action })
    .from(auditEntries)
    .where(eq(auditEntries.subject, "registrations"))
    .orderBy(auditEntries.id);
  // The last two: other stories of this file export as well.
  expect(written.slice(-2).map(({ action }) => action)).toEqual([
    "registrations.exported",
    "registrations.exported-with-sensitive",
  ]);
});

test("sensitive answers are shown on a press, and the log says so", async ({ page, signIn, db }) => {
  await signIn("organiser@example.org");
  const [answered] = await db
    .select({ id: registrations.id })
    .from(registrations)
    .innerJoin(sensitiveAnswers, eq(sensitiveAnswers.registrationId, registrations.id))
    .limit(1);
  await page.goto(`${list}/${answered?.id}`);
  await page.getByRole("button", { name: /Show \d answers?/ }).click();
  await expect(
    page.getByText(/What do you eat\?|What do you need to take part fully\?/).first(),
  ).toBeVisible();
  await page.reload();
  await expect(page.getByText("Sensitive answers read")).toBeVisible();
});

test("a failed mail stands on the overview and is sent again from the outbox", async ({
  page,
  signIn,
  db,
}) => {
  await signIn("organiser@example.org");
  const [conference] = await db.select().from(conferences).where(eq(conferences.slug, CONFERENCE));
  await db.insert(outbox).values({
    conferenceId: conference?.id,
    kind: "test",
    recipient: "ana@example.com",
    locale: "en",
    subject: "A mail that failed",
    text: "Its text",
    html: "<p>Its text</p>",
    state: "failed",
    error: "550 no such mailbox",
  });
  // Other stories of this database leave failed mails, too.
  const ours = and(eq(outbox.conferenceId, conference?.id ?? ""), eq(outbox.state, "failed"));
  const failed = await db.$count(outbox, ours);
  await page.goto(desk);
  await page
    .getByRole("row", { name: new RegExp(`\\b${failed} mails? failed`) })
    .getByRole("link")
    .click();
  await page.getByRole("link", { name: "A mail that failed" }).click();
  await expect(page.getByText("550 no such mailbox")).toBeVisible();
  await expect(page.getByText("Its text")).toBeVisible();
  await page.getByRole("button", { name: "Send it again" }).click();
  await expect(page.getByRole("status")).toContainText("The mail is on its way again.");
});

test("participants and staff are told that the desk is not theirs", async ({
  page,
  signIn,
  db,
  allow,
  visitor,
}) => {
  allow.push(/status of 403/);
  const [conference] = await db.select().from(conferences).where(eq(conferences.slug, CONFERENCE));
  const staff = await aPerson(db, { email: "staff-of-the-desk@example.com" });
  await db.insert(roles).values({ conferenceId: conference?.id ?? "", personId: staff.id, role: "staff" });
  const { first } = await inState(db, "confirmed");
  const addresses = ["", "/registrations", `/registrations/${first.id}`, "/audit", "/outbox", "/exports"];
  for (const email of ["participant@example.org", staff.email]) {
    const their = email === staff.email ? await visitor() : page;
    await signIn(email, their);
    for (const address of addresses) {
      const answer = await their.goto(desk + address);
      expect(answer?.status(), `${email} at ${address}`).toBe(403);
      await expect(their.getByText(first.familyName)).toHaveCount(0);
    }
    expect((await their.request.get(`${list}/export?format=csv`)).status()).toBe(403);
  }
});

test("an id of another conference is not found", async ({ page, signIn, db, allow }) => {
  allow.push(/status of 404/);
  await signIn("organiser@example.org");
  const [mail] = await db
    .insert(outbox)
    .values({
      kind: "sign-in",
      recipient: "x@example.com",
      locale: "en",
      subject: "Code",
      text: "1",
      html: "1",
    })
    .returning();
  for (const address of [
    "/registrations/00000000-0000-4000-8000-000000000000",
    "/registrations/nothing",
    `/outbox/${mail?.id}`,
  ]) {
    expect((await page.goto(desk + address))?.status(), address).toBe(404);
  }
});
