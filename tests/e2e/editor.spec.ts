import { randomBytes } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import sharp from "sharp";
import { conferences, photos, rooms, sessions, speakers, topics } from "@/db/schema";
import { aRoom, aSpeaker, aTopic } from "@/tests/factories/drafts";
import { CONFERENCE } from "./public-pages";
import { usableByEveryone } from "./support/checks";
import { expect, test } from "./support/test";

const programme = `/en/${CONFERENCE}/admin/programme`;
const day = `${programme}?day=2019-05-15`;

const block = (page: Page, title: string) => page.locator("li[data-session]", { hasText: title });

/** Takes a session by its middle and lets it go so many pixels further. */
async function dragBy(page: Page, title: string, x: number, y: number, letGo = true) {
  // Away from the edges, at which the grid would scroll along.
  await block(page, title).evaluate((element) => element.scrollIntoView({ block: "center" }));
  const box = await block(page, title).boundingBox();
  if (!box) throw new Error(`${title} is not in the grid`);
  const [fromX, fromY] = [box.x + box.width / 2, box.y + box.height - 25];
  await page.mouse.move(fromX, fromY);
  await page.mouse.down();
  await page.mouse.move(fromX + x / 2, fromY + y / 2, { steps: 3 });
  await page.mouse.move(fromX + x, fromY + y, { steps: 3 });
  if (letGo) await page.mouse.up();
}

test("every page of the editor can be used by everyone and fits a phone @both", async ({
  page,
  signIn,
  db,
}) => {
  test.setTimeout(120_000);
  await signIn("organiser@example.org");
  const [session] = await db.select().from(sessions).where(eq(sessions.slug, "circular-europe"));
  const addresses = [
    "?day=2019-05-15",
    "/sessions/new",
    `/sessions/${session?.id}`,
    "/rooms",
    "/rooms/new",
    `/rooms/${session?.roomId}`,
    "/topics",
    "/topics/new",
    `/topics/${session?.topicId}`,
    "/speakers",
    "/speakers/new",
  ];
  await usableByEveryone(
    page,
    addresses.map((address) => programme + address),
  );
});

test("a room, a speaker with a photo and a session are made by form @both", async ({
  page,
  signIn,
  visitor,
}) => {
  await signIn("organiser@example.org");
  const room = "Glass hall";
  await page.goto(`${programme}/rooms/new`);
  await page.getByLabel("Name").fill(room);
  await page.getByLabel(/^Seats/).fill("40");
  await page.getByRole("button", { name: "Add a room" }).click();
  await expect(page.getByRole("status")).toContainText("Added to the draft.");

  const person = "Zoe Petit";
  await page.goto(`${programme}/speakers/new`);
  await page.getByLabel("Name", { exact: true }).fill(person);
  const text = Buffer.from("This is no picture.");
  await page.getByLabel("Photo").setInputFiles({ name: "zoe.png", mimeType: "image/png", buffer: text });
  await page.getByRole("button", { name: "Add a speaker" }).click();
  await expect(page.getByText("This is not a picture that can be read.").first()).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(person);
  const large = { name: "large.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(5 * 1024 * 1024 + 1) };
  await page.getByLabel("Photo").setInputFiles(large);
  await expect(page.getByText("This file is larger than 5 MB.")).toBeVisible();
  // Noise cannot be compressed: this is larger than any other form may be.
  const raw = { width: 900, height: 600, channels: 3 as const };
  const buffer = await sharp(randomBytes(900 * 600 * 3), { raw })
    .png()
    .toBuffer();
  expect(buffer.length).toBeGreaterThan(1.5 * 1024 * 1024);
  await page.getByLabel("Photo").setInputFiles({ name: "zoe.png", mimeType: "image/png", buffer });
  await expect(page.getByAltText("The chosen photo")).toBeVisible();
  // Refused for another reason: the picture waits.
  await page.getByLabel("Name", { exact: true }).fill("");
  await page.getByRole("button", { name: "Add a speaker" }).click();
  await expect(page.getByText("Your photo is kept until you save.")).toBeVisible();
  await expect(page.getByLabel("Photo", { exact: true })).toHaveValue("");
  const waiting = (await page.getByAltText("The chosen photo").getAttribute("src")) ?? "";
  expect((await page.request.get(waiting)).headers()).toMatchObject({
    "content-type": "image/webp",
    "cache-control": "private, no-store",
  });
  const other = await visitor();
  await signIn("owner@example.org", other);
  expect((await other.request.get(waiting)).status()).toBe(410);
  await page.getByLabel("Name", { exact: true }).fill(person);
  await page.getByRole("button", { name: "Add a speaker" }).click();
  await expect(page.getByRole("status")).toContainText("Added to the draft.");
  expect((await page.request.get(waiting)).status()).toBe(410);
  const photo = page.getByRole("listitem").filter({ hasText: person }).locator("img");
  const address = await photo.getAttribute("src");
  const served = await page.request.get(address ?? "");
  expect(served.headers()).toMatchObject({
    "content-type": "image/webp",
    "cache-control": "public, max-age=86400, immutable",
    "x-content-type-options": "nosniff",
  });
  expect(await sharp(await served.body()).metadata()).toMatchObject({ width: 720, height: 480 });

  await page.goto(`${programme}/sessions/new?day=2019-05-15`);
  await page.getByLabel("Title").fill("Glass talk");
  await page.getByLabel("Room").selectOption({ label: `${room} (40 seats)` });
  await page.getByLabel("Seats to book").fill("50");
  await expect(page.getByText("50 seats are offered, and the room has 40.")).toBeVisible();
  await page.getByRole("button", { name: "Add a session" }).click();
  await expect(page.getByText("so it was not saved").first()).toBeVisible();
  await expect(page.getByLabel("Title")).toHaveValue("Glass talk");
  await page.getByLabel("Seats to book").fill("40");
  await expect(page.getByText("50 seats are offered")).toHaveCount(0);
  await page.getByLabel("Speakers, 1").selectOption({ label: person });
  await page.getByRole("button", { name: "Add a session" }).click();
  await expect(page.getByRole("status").first()).toContainText("Added to the draft.");
  await expect(page.getByText("Address: …/programme/glass-talk")).toBeVisible();
  await expect(page.getByLabel("Speakers, 1").locator("option:checked")).toHaveText(person);
});

test("a session is dragged to another time, over a clash and back, and let go by Escape @desktop", async ({
  page,
  signIn,
  axe,
  db,
}) => {
  await signIn("organiser@example.org");
  await page.goto(day);
  await expect(page.getByText("Drag a session to another time")).toBeVisible();
  const title = "Circular Europe";
  const stand = async () => {
    const [row] = await db
      .select({ startsAt: sessions.startsAt, endsAt: sessions.endsAt, roomId: sessions.roomId })
      .from(sessions)
      .where(eq(sessions.slug, "circular-europe"));
    return row;
  };
  const before = await stand();

  await dragBy(page, title, 0, 170, false);
  await expect(page.locator("[data-ghost]")).toContainText("15:10–16:40");
  await page.keyboard.press("Escape");
  await expect(page.locator("[data-ghost]")).toHaveCount(0);
  await page.mouse.up();

  await dragBy(page, title, 0, 170);
  await expect(page.getByText(/“Circular Europe” moved: .*15:10–16:40, Room B\./)).toBeVisible();
  expect((await stand())?.startsAt).toEqual(new Date("2019-05-15T12:10:00Z"));
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/“Circular Europe” is back: .*13:30–15:00, Room B\./)).toBeVisible();
  expect(await stand()).toEqual(before);

  const column = (await block(page, title).boundingBox())?.width ?? 0;
  await dragBy(page, title, -column - 6, 0, false);
  await expect(page.locator("[data-ghost]")).toContainText("also used by “Digitalisation and skills gap”");
  await page.mouse.up();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("also used by “Digitalisation and skills gap”");
  await axe(page);
  await dialog.getByRole("button", { name: "Leave it where it is" }).click();
  expect(await stand()).toEqual(before);
  await dragBy(page, title, -column - 6, 0);
  await dialog.getByRole("button", { name: "Move with this clash" }).click();
  await expect(page.getByText(/“Circular Europe” moved: .*Room A\./)).toBeVisible();
  await expect(page.getByRole("heading", { name: "1 clash" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/“Circular Europe” is back/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "1 clash" })).toHaveCount(0);

  // By the edge: only the end changes.
  await block(page, title).scrollIntoViewIfNeeded();
  const box = await block(page, title).boundingBox();
  if (!box) throw new Error("The session is not in the grid");
  await page.mouse.move(box.x + 60, box.y + box.height - 3);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + box.height + 31, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByText(/“Circular Europe” moved: .*13:30–15:20, Room B\./)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/“Circular Europe” is back/)).toBeVisible();
  expect(await stand()).toEqual(before);
});

const tab = (page: Page, date: string) => page.locator(`[data-day="${date}"]`);

async function middleOf(place: Locator): Promise<{ x: number; y: number }> {
  const box = await place.boundingBox();
  if (!box) throw new Error("It is not in sight");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test("a session is dragged to another day, held over its name or let go there @desktop", async ({
  page,
  signIn,
  axe,
}) => {
  await signIn("organiser@example.org");
  await page.goto(day);
  await expect(page.getByText("Drag a session to another time")).toBeVisible();
  const title = "Circular Europe";
  await dragBy(page, title, 20, 0, false);
  const ghost = page.locator("[data-ghost]");
  await expect(ghost).toContainText("13:30");
  const thursday = await middleOf(tab(page, "2019-05-16"));
  await page.mouse.move(thursday.x, thursday.y, { steps: 4 });
  await expect(page.getByText("Thu, 16 May 2019, 13:30–15:00, Room B")).toBeVisible();
  await expect(tab(page, "2019-05-16")).toHaveAttribute("aria-current", "page");
  await expect(ghost).toContainText("13:30–15:00");
  await page.keyboard.press("Escape");
  await expect(tab(page, "2019-05-15")).toHaveAttribute("aria-current", "page");
  await page.mouse.up();

  await dragBy(page, title, 20, 0, false);
  await page.mouse.move(thursday.x, thursday.y, { steps: 4 });
  await expect(tab(page, "2019-05-16")).toHaveAttribute("aria-current", "page");
  // At the lower edge the grid scrolls along, though the pointer rests.
  await page.mouse.move(thursday.x + 300, 790, { steps: 4 });
  await expect(ghost).toContainText(/^19:00/);
  await page.mouse.move(thursday.x + 300, 400, { steps: 4 });
  await expect(ghost).not.toContainText(/^19:00/);
  const [, time, room] = /^([\d:]+–[\d:]+)(.*)$/.exec((await ghost.textContent()) ?? "") ?? [];
  await page.mouse.up();
  const moved = page.getByText(`“Circular Europe” moved: Thu, 16 May 2019, ${time}, ${room}.`);
  await expect(moved).toBeVisible();
  await expect(page).toHaveURL(/day=2019-05-16$/);
  await axe(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(
    page.getByText(/“Circular Europe” is back: Wed, 15 May 2019, 13:30–15:00, Room B\./),
  ).toBeVisible();
  await expect(page).toHaveURL(/day=2019-05-15$/);

  await dragBy(page, title, 20, 0, false);
  await page.mouse.move(thursday.x, thursday.y, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByText(/moved: Thu, 16 May 2019, 13:30–15:00, Room B\./)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/“Circular Europe” is back/)).toBeVisible();

  const button = page.getByRole("button", { name: "Move “Circular Europe”" });
  await button.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Day after" }).press("Enter");
  await dialog.getByRole("button", { name: "Move here" }).press("Enter");
  await expect(page.getByText(/moved: Thu, 16 May 2019, 13:30–15:00, Room B\./)).toBeVisible();
  await expect(button).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(page.getByText(/“Circular Europe” is back/)).toBeVisible();
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true, viewport: { width: 1024, height: 768 } });

  test("a swipe scrolls the grid, a rest takes the session along, also to another day @desktop", async ({
    page,
    signIn,
    context,
  }) => {
    await signIn("organiser@example.org");
    await page.goto(day);
    await expect(page.getByText("On a touch screen, hold it first.")).toBeVisible();
    const browser = await context.newCDPSession(page);
    const touch = (
      type: "touchStart" | "touchMove" | "touchEnd",
      ...touchPoints: { x: number; y: number }[]
    ) => browser.send("Input.dispatchTouchEvent", { type, touchPoints });
    const session = block(page, "Circular Europe");
    const ghost = page.locator("[data-ghost]");
    await session.evaluate((element) => element.scrollIntoView({ block: "center" }));

    const before = await middleOf(session);
    await touch("touchStart", before);
    for (let step = 1; step <= 8; step += 1) await touch("touchMove", { ...before, y: before.y - step * 12 });
    await touch("touchEnd");
    await expect.poll(async () => (await middleOf(session)).y).toBeLessThan(before.y - 40);
    await expect(ghost).toHaveCount(0);
    // A finger that comes down while the grid still moves only stops it.
    const rests = async () => {
      const { y } = await middleOf(session);
      await page.waitForTimeout(200);
      return y === (await middleOf(session)).y;
    };
    await expect.poll(rests).toBe(true);

    await session.evaluate((element) => element.scrollIntoView({ block: "center" }));
    const held = await middleOf(session);
    await touch("touchStart", held);
    await expect(ghost).toContainText("13:30–15:00");
    await touch("touchMove", { ...held, y: held.y + 34 });
    await expect(ghost).toContainText("13:50–15:20");
    expect((await middleOf(session)).y).toBeCloseTo(held.y, 0);
    await touch("touchMove", await middleOf(tab(page, "2019-05-16")));
    await expect(tab(page, "2019-05-16")).toHaveAttribute("aria-current", "page");
    await touch("touchEnd");
    await expect(page.getByText(/moved: Thu, 16 May 2019, 13:30–15:00, Room B\./)).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).tap();
    await expect(page.getByText(/“Circular Europe” is back/)).toBeVisible();
    await session.getByRole("link").tap();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Circular Europe");
  });
});

test("the keyboard moves a session to the same effect @desktop", async ({ page, signIn, db }) => {
  await signIn("organiser@example.org");
  await page.goto(day);
  const button = page.getByRole("button", { name: "Move “Shared value and social impact”" });
  await button.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "5 min later" }).press("Enter");
  await dialog.getByRole("button", { name: "Room to the right" }).press("Enter");
  await expect(dialog.getByText("13:35–15:05, Matchmaking hall")).toBeVisible();
  await dialog.getByRole("button", { name: "Move here" }).press("Enter");
  await expect(page.getByText(/moved: .*13:35–15:05, Matchmaking hall\./)).toBeVisible();
  await expect(button).toBeFocused();
  const [row] = await db
    .select({ startsAt: sessions.startsAt })
    .from(sessions)
    .where(eq(sessions.slug, "shared-value-and-social-impact"));
  expect(row?.startsAt).toEqual(new Date("2019-05-15T10:35:00Z"));
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(page.getByText(/is back: .*13:30–15:00, Room C\./)).toBeVisible();
});

test("of two organisers the second sees what the first changed, and loses nothing", async ({
  page,
  visitor,
  signIn,
  db,
}) => {
  const [row] = await db
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(conferences, eq(conferences.id, sessions.conferenceId))
    .where(and(eq(conferences.slug, CONFERENCE), eq(sessions.slug, "closing-panel")));
  const address = `${programme}/sessions/${row?.id}`;
  const other = await visitor();
  await signIn("organiser@example.org");
  await signIn("owner@example.org", other);
  await page.goto(address);
  await other.goto(address);
  await other.getByLabel("Title").fill("Closing panel and thanks");
  await other.getByRole("button", { name: "Save the session" }).click();
  await expect(other.getByRole("status").first()).toContainText("Saved in the draft.");

  await page.getByLabel("Seats to book").fill("25");
  await page.getByRole("button", { name: "Save the session" }).click();
  const theirs = page.getByRole("region", { name: "What someone else saved meanwhile" });
  await expect(theirs).toContainText("Closing panel and thanks");
  await expect(page.getByLabel("Seats to book")).toHaveValue("25");
  await page.getByLabel("Title").fill("Closing panel and thanks");
  await page.getByRole("button", { name: "Save the session" }).click();
  await expect(page.getByRole("status").first()).toContainText("Saved in the draft.");
  const [saved] = await db.select().from(sessions).where(eq(sessions.slug, "closing-panel"));
  expect(saved).toMatchObject({ title: "Closing panel and thanks", seats: 25 });
});

test("a room under sessions stays until they have another, and a session comes back", async ({
  page,
  signIn,
  db,
}) => {
  await signIn("organiser@example.org");
  const [session] = await db.select().from(sessions).where(eq(sessions.slug, "circular-europe"));
  await page.goto(`${programme}/rooms/${session?.roomId}`);
  await page.getByText("Remove the room").first().click();
  await page.getByRole("button", { name: "Remove the room" }).click();
  await expect(page.getByText("One session stands in this room.")).toBeVisible();

  await page.goto(`${programme}/sessions/${session?.id}`);
  await page.getByText("Remove the session").first().click();
  await page.getByRole("button", { name: "Remove the session" }).click();
  await expect(page.getByRole("status").first()).toContainText("Removed from the draft.");
  await page.getByText("1 removed session").click();
  await page.getByRole("button", { name: "Bring back: Circular Europe" }).click();
  await expect(page.getByRole("status").first()).toContainText("The session is back in the draft.");
});

test("a photo that is far too large is answered in words, and nothing else may be as large as a photo", async ({
  portal,
}) => {
  const post = async (page: string, megabytes: number) => {
    const headers = { origin: portal.address };
    const body = new Uint8Array(megabytes * 1024 * 1024);
    const answer = await fetch(portal.address + programme + page, { method: "POST", headers, body });
    return { status: answer.status, text: await answer.text() };
  };
  const photo = await post("/speakers/new", 7);
  expect(photo.status).toBe(413);
  expect(photo.text).toContain("A photo may have up to 5 MB");
  const room = await post("/rooms/new", 2);
  expect(room.status).toBe(413);
  expect(room.text).toContain("larger than 1 MB");
});

test("without JavaScript a clash is shown after sending, and saved when it is said yes to", async ({
  plainPage: page,
  signIn,
}) => {
  await signIn("organiser@example.org", page);
  await page.goto(`${programme}/sessions/new?day=2019-05-15`);
  await page.getByLabel("Title").fill("Beside the keynote");
  await page.getByLabel("Begins").fill("2019-05-15T13:30");
  await page.getByLabel("Ends").fill("2019-05-15T14:30");
  await page.getByLabel("Room").selectOption({ label: "Room B (120 seats)" });
  await page.getByRole("button", { name: "Add a session" }).click();
  await expect(page.getByText("The room is also used by “Circular Europe” at that time.")).toBeVisible();
  await expect(page.getByLabel("Title")).toHaveValue("Beside the keynote");
  await page.getByLabel("Save with this clash").check();
  await page.getByRole("button", { name: "Add a session" }).click();
  await expect(page.getByText("Added to the draft.")).toBeVisible();

  // A photo is not chosen twice because the name was forgotten.
  await page.goto(`${programme}/speakers/new`);
  const buffer = await sharp({ create: { width: 80, height: 60, channels: 3, background: "#336" } })
    .png()
    .toBuffer();
  await page.getByLabel("Photo").setInputFiles({ name: "ion.png", mimeType: "image/png", buffer });
  await page.getByRole("button", { name: "Add a speaker" }).click();
  await expect(page.getByText("Your photo is kept until you save.")).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("Ion Kept");
  await page.getByRole("button", { name: "Add a speaker" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Ion Kept" }).locator("img")).toBeVisible();
});

test("who asks for it has their photo erased by an owner, and its address is empty @both", async ({
  page,
  signIn,
  db,
}) => {
  const [conference] = await db.select().from(conferences).where(eq(conferences.slug, CONFERENCE));
  if (!conference) throw new Error("The demonstration is not there");
  const bytes = await sharp({ create: { width: 90, height: 90, channels: 3, background: "#3366aa" } })
    .webp()
    .toBuffer();
  const picture = { conferenceId: conference.id, bytes, mediaType: "image/webp", width: 90, height: 90 };
  const [photo] = await db.insert(photos).values(picture).returning({ id: photos.id });
  const speaker = await aSpeaker(db, conference, { name: "Petra Muster", photoId: photo?.id });
  const address = `/photos/${photo?.id}`;
  await signIn("organiser@example.org");
  await page.goto(`${programme}/speakers`);
  await expect(page.getByRole("link", { name: "All photos" })).toHaveCount(0);
  expect((await page.request.get(address)).status()).toBe(200);

  await signIn("owner@example.org");
  await page.goto(`${programme}/speakers`);
  await page.getByRole("link", { name: "All photos" }).click();
  const row = page.getByRole("listitem").filter({ hasText: "Petra Muster" });
  await expect(row).toContainText("in the draft");
  await row.getByText("Erase this photo").click();
  await usableByEveryone(page, [`${programme}/speakers/photos`]);
  await row.getByText("Erase this photo").click();
  await row.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByRole("status")).toContainText("The photo is erased.");
  await expect(row).toHaveCount(0);
  expect((await page.request.get(address)).status()).toBe(404);
  await db.delete(speakers).where(eq(speakers.id, speaker.id));
});

test("what someone changed meanwhile is not removed from a page that was open before @both", async ({
  page,
  signIn,
  db,
}) => {
  const [conference] = await db.select().from(conferences).where(eq(conferences.slug, CONFERENCE));
  if (!conference) throw new Error("The demonstration is not there");
  const made = {
    topic: await aTopic(db, conference, { name: { en: "A topic to remove" } }),
    speaker: await aSpeaker(db, conference, { name: "A speaker to remove" }),
    room: await aRoom(db, conference, { name: `A room to remove ${randomBytes(4).toString("hex")}` }),
  };
  await signIn("organiser@example.org");
  for (const [noun, { id }] of Object.entries(made)) {
    await page.goto(`${programme}/${noun}s/${id}`);
    const table = { topic: topics, speaker: speakers, room: rooms }[noun] ?? rooms;
    await db.update(table).set({ version: 2 }).where(eq(table.id, id));
    const words = new RegExp(`^Remove (the|this) ${noun}$`);
    const button = page.getByRole("button", { name: words });
    await page.locator("summary", { hasText: words }).click();
    await button.click();
    await expect(page.getByText("Nothing was removed.")).toBeVisible();
    await expect(page.getByRole("link", { name: "Look at it as it is now" })).toBeVisible();
    await button.click();
    await expect(page.getByRole("status")).toContainText("Removed from the draft.");
  }
});
