import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { conferences, persons } from "@/db/schema";
import { aSession } from "@/tests/factories";
import { launchOptions } from "./browser";
import { axe } from "./checks";
import { watch } from "./guard";
import { type Houses, openHouses } from "./houses";
import { type Mail, openMailbox } from "./mail";
import { type Portal, startPortal } from "./portal";

type Shared = {
  /** Starts what stories run on; some need another server. */
  startPortal: () => Promise<Portal>;
  /** Gives each file of stories a server and a database of its own: what one file leaves, no other finds. */
  houses: Houses;
};

type Own = {
  /** This file's server, on its own copy of the demonstration. */
  portal: Portal;
  /** That copy, for factories and for looking at what was written. */
  db: Database;
  /** What this story expects to go wrong: `allow.push(/status of 404/)`. */
  allow: RegExp[];
  /** Signs the browser of `page` in as someone who has an account, without a mail. */
  signIn: (email: string, page?: Page) => Promise<void>;
  /** A page in another browser: someone else, or another device. */
  visitor: () => Promise<Page>;
  /** A page in another browser that runs no scripts. */
  plainPage: Page;
  /** Fails on any violation of WCAG 2.2 AA. */
  axe: (page: Page) => Promise<void>;
  /** The newest mail to an address (whose subject fits) of this story, as soon as it is in the mailbox; each once. */
  mail: (to: string, subject?: RegExp) => Promise<Mail>;
  /** Sets a rehearsal's clock, as the organiser would: "2019-05-15T10:30:00Z". */
  moveClock: (slug: string, at: string) => Promise<void>;
};

async function enter(context: BrowserContext, db: Database, address: string, email: string) {
  const [person] = await db.select({ id: persons.id }).from(persons).where(eq(persons.email, email));
  if (!person) throw new Error(`${email} has no account: make one with aPerson(db, { email })`);
  const token = await aSession(db, person);
  // The names are those of lib/auth/cookies.ts over http.
  await context.addCookies([
    { name: "openfloor.session", value: token, url: address, httpOnly: true, sameSite: "Lax" },
    { name: "openfloor.hint", value: "1", url: address, sameSite: "Lax" },
  ]);
}

export const test = base.extend<Own, Shared>({
  launchOptions: [async ({ browserName: _ }, use) => use(launchOptions()), { scope: "worker" }],
  startPortal: [async ({ browserName: _ }, use) => use(() => startPortal()), { scope: "worker" }],
  houses: [
    async ({ startPortal }, use) => {
      const houses = openHouses(startPortal);
      await use(houses);
      await houses.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  // The time that the first story of a file waits for its server is not its own.
  portal: [
    async ({ houses }, use, { file }) => use((await houses.of(file)).portal),
    { scope: "test", timeout: 120_000 },
  ],
  db: async ({ houses, portal: _ }, use, { file }) => use((await houses.of(file)).db),
  baseURL: async ({ portal }, use) => use(portal.address),
  allow: async ({ browserName: _ }, use) => use([]),

  context: async ({ context, portal, allow }, use, info) => {
    const unexpected = watch(context, portal.address, allow);
    const before = portal.log().length;
    await use(context);
    const log = portal.log().slice(before);
    if (log) await info.attach("server log", { body: log, contentType: "text/plain" });
    expect(unexpected(), "what went wrong unseen").toEqual([]);
  },
  visitor: async ({ browser, contextOptions, viewport, portal, allow }, use) => {
    const made: { context: BrowserContext; unexpected: () => string[] }[] = [];
    await use(async () => {
      const context = await browser.newContext({ ...contextOptions, viewport, baseURL: portal.address });
      made.push({ context, unexpected: watch(context, portal.address, allow) });
      return context.newPage();
    });
    for (const { context } of made) await context.close();
    expect(
      made.flatMap(({ unexpected }) => unexpected()),
      "what went wrong unseen",
    ).toEqual([]);
  },

  plainPage: async ({ browser, portal }, use) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: portal.address });
    await use(await context.newPage());
    await context.close();
  },

  signIn: async ({ context, db, portal }, use) =>
    use((email, page) => enter(page?.context() ?? context, db, portal.address, email)),
  axe: async ({ browserName: _ }, use) => use(axe),
  mail: async ({ request }, use) => use(openMailbox(request)),
  moveClock: async ({ db }, use) =>
    use(async (slug, at) => {
      const moved = await db
        .update(conferences)
        .set({ mode: "rehearsal", clockSetAt: new Date(at) })
        .where(eq(conferences.slug, slug))
        .returning({ id: conferences.id });
      if (moved.length === 0) throw new Error(`There is no conference ${slug}`);
      // What another server process would say after the same change: every kept page is outdated.
      await db.execute(sql`select pg_notify('openfloor_cache', '["story", null, "_N_T_/layout"]')`);
    }),
});

export { expect } from "@playwright/test";
