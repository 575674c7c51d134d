import { readFileSync } from "node:fs";
import { eq, sql } from "drizzle-orm";
import { freePort } from "@/db/embedded/ports";
import { auditEntries, conferences, outbox, owners, persons } from "@/db/schema";
import { dropDatabase, makeDatabase } from "@/tests/support/postgres";
import { runStartCommand, type Started } from "@/tests/support/start-command";
import type { Portal } from "./support/portal";
import { test as base, expect } from "./support/test";

const journal = JSON.parse(readFileSync("db/migrations/meta/_journal.json", "utf8")) as {
  entries: unknown[];
};
const OWNER = "Owner.Of.It@example.org";
let other: Started | undefined;

async function install(): Promise<Portal> {
  const root = process.env.OPENFLOOR_STORIES_ROOT;
  if (!root) throw new Error("Nothing is prepared: run the stories with `npm test -- e2e`");
  const database = await makeDatabase(root, "openfloor_installation");
  const real = { OPENFLOOR_DEMO: "0", OWNER_EMAIL: OWNER };
  const ports = [await freePort(), await freePort()];
  const started = await Promise.allSettled(ports.map((port) => runStartCommand(database, port, real)));
  const stop = async () => {
    for (const one of started) if (one.status === "fulfilled") await one.value.stop();
    await dropDatabase(root, database);
  };
  const [first, second] = started;
  if (first?.status !== "fulfilled" || second?.status !== "fulfilled") {
    await stop();
    throw first?.status === "rejected" ? first.reason : second?.status === "rejected" && second.reason;
  }
  other = second.value;
  return { ...first.value, database, log: first.value.said, stop };
}

/** A real installation on an empty database, by two start commands at the same moment; `portal` is the first. */
const test = base.extend({
  startPortal: [async ({ browserName: _ }, use) => use(install), { scope: "worker" }],
});

test("two servers that start at once on an empty database are both ready; the tables are made once", async ({
  portal,
  db,
}) => {
  for (const address of [portal.address, other?.address]) {
    const ready = await fetch(`${address}/api/ready`);
    expect([ready.status, await ready.json()]).toMatchObject([200, { status: "ready" }]);
  }
  const applied = await db.execute<{ hash: string }>(
    sql`select hash from drizzle.__drizzle_migrations order by id`,
  );
  expect(applied).toHaveLength(journal.entries.length);
  expect(new Set(applied.map(({ hash }) => hash)).size).toBe(journal.entries.length);
  expect(
    await db
      .select({ email: persons.email })
      .from(owners)
      .innerJoin(persons, eq(persons.id, owners.personId)),
  ).toEqual([{ email: OWNER.toLowerCase() }]);
  expect(await db.$count(conferences), "no demonstration").toBe(0);
  for (const said of [portal.log(), other?.said()]) expect(said).toContain(OWNER.toLowerCase());
});

test("the owner signs in by the mail, makes the first conference in the form, and visitors read it", async ({
  page,
  visitor,
  portal,
  db,
  axe,
}) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "A conference will be here" })).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: "Sign in as the owner" }).click();
  await page.getByRole("textbox", { name: "E-mail address" }).fill(OWNER);
  await page.getByRole("button", { name: "Send me the mail" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Look into your mail" })).toBeVisible();
  const [mail] = await db.select().from(outbox).where(eq(outbox.recipient, OWNER.toLowerCase()));
  await page.goto(/https?:\/\/\S+\/sign-in\/confirm\?token=\S+/.exec(mail?.text ?? "")?.[0] ?? "no link");
  await page.getByRole("button", { name: `Sign in as ${OWNER.toLowerCase()}` }).click();
  await expect(page).toHaveURL("/en/owner");
  await expect(page.getByText("There is no conference yet.")).toBeVisible();
  await axe(page);

  await page.getByRole("link", { name: "Make a conference" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Mountains of Europe");
  await page.getByLabel("Short name").fill("Mountains");
  await page.getByLabel("Address").fill("mountains");
  await page.getByLabel("First day").fill("2031-06-03");
  await page.getByLabel("Last day").fill("2031-06-04");
  await page.getByLabel("Time zone").fill("Europe/Vienna");
  await page.getByLabel("Capacity").fill("120");
  await page.getByRole("button", { name: "Make the conference" }).click();
  await expect(page).toHaveURL("/en/mountains/admin/settings");
  expect(await db.$count(auditEntries)).toBeGreaterThan(0);

  for (const address of [portal.address, other?.address])
    await expect(async () => {
      const front = await fetch(`${address}/en`);
      expect(front.url).toBe(`${address}/en/mountains`);
      expect(await front.text()).toContain("Mountains of Europe");
    }).toPass({ timeout: 10_000 });
  const reader = await visitor();
  await reader.goto("/");
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Mountains of Europe");
  await axe(reader);
  for (const path of ["/programme", "/speakers", "/ideas", "/practical", "/news", "/register", "/privacy"]) {
    const answer = await reader.goto(`${portal.address}/de/mountains${path}`);
    expect(answer?.status(), path).toBe(200);
    await expect(reader.locator("h1")).toHaveCount(1);
  }
});
