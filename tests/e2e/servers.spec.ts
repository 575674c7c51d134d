import { once } from "node:events";
import { connect } from "@/db/client";
import { freePort } from "@/db/embedded/ports";
import { startServer } from "@/tests/support/server-process";
import { CONFERENCE } from "./public-pages";
import { expect, test } from "./support/test";

test("a change made through one server shows on the pages of another within two seconds", async ({
  page,
  portal,
  signIn,
}) => {
  const other = await startServer(portal.database, await freePort());
  try {
    const venue = async (address: string) => (await fetch(`${address}/en/${CONFERENCE}/practical`)).text();
    const name = `Palace ${Date.now()}`;
    for (const server of [portal, other]) expect(await venue(server.address)).not.toContain(name);
    // Both have the page now, and keep it.
    await signIn("organiser@example.org");
    await page.goto(`/en/${CONFERENCE}/admin/settings`);
    await page.locator("[name=venueName]").fill(name);
    await page.getByRole("button", { name: "Save the settings" }).click();
    await expect(page.getByRole("status")).toBeVisible();
    await expect(async () => {
      for (const server of [portal, other]) expect(await venue(server.address)).toContain(name);
    }).toPass({ timeout: 2000, intervals: [100] });
  } finally {
    await other.stop();
  }
});

/** Holds the conferences' rows so that every request which reads them waits; answers how to let go. */
async function hold(url: string): Promise<() => Promise<void>> {
  const { sql: client } = connect(url, 1);
  const reserved = await client.reserve();
  await reserved`begin`;
  await reserved`lock table conferences in access exclusive mode`;
  return async () => {
    await reserved`rollback`;
    reserved.release();
    await client.end({ timeout: 5 });
  };
}

test("asked to stop, a server answers what it has begun, takes no more, and ends in order", async ({
  portal,
}) => {
  const server = await startServer(portal.database, await freePort());
  const letGo = await hold(portal.database);
  const slow = fetch(`${server.address}/api/places/${CONFERENCE}`);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const began = Date.now();
  const ended = once(server.child, "exit");
  server.child.kill("SIGTERM");
  // A busy machine may take a moment to hear of it.
  await expect(() => expect(fetch(`${server.address}/api/health`)).rejects.toThrow()).toPass({
    timeout: 4000,
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(server.child.exitCode, "it waits for the answer").toBeNull();
  await letGo();
  const answer = await slow;
  expect(answer.status).toBe(200);
  expect((await answer.json()).capacity).toBe(400);
  expect((await ended)[0]).toBe(0);
  expect(Date.now() - began).toBeLessThan(10_000);
});

test("asked to stop while a request never ends, a server ends all the same within ten seconds", async ({
  portal,
}) => {
  const server = await startServer(portal.database, await freePort());
  const letGo = await hold(portal.database);
  try {
    const slow = fetch(`${server.address}/api/places/${CONFERENCE}`).catch(() => "broken off");
    await new Promise((resolve) => setTimeout(resolve, 500));
    const began = Date.now();
    const ended = once(server.child, "exit");
    server.child.kill("SIGTERM");
    expect((await ended)[0]).toBe(0);
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(await slow).toBe("broken off");
  } finally {
    await letGo();
  }
});
