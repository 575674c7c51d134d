import { asc, eq, sql } from "drizzle-orm";
import { beforeEach } from "vitest";
import type { Database } from "@/db/client";
import { outbox } from "@/db/schema";
import { claim, settle } from "@/lib/mail/claim";
import { deliver } from "@/lib/mail/deliver";
import { resendSender } from "@/lib/mail/resend";
import { standInForResend } from "@/tests/support/resend";
import { test as base, describe, expect } from "./test";

const test = base.extend("provider", async ({ task: _ }, { onCleanup }) => {
  const provider = await standInForResend();
  onCleanup(() => provider.close());
  return provider;
});

beforeEach<{ db: Database }>(async ({ db }) => {
  await db.delete(outbox);
});

const toProvider = ({ url }: { url: string }) =>
  resendSender({ apiKey: "re_test", baseUrl: url, from: "Portal <portal@example.org>", pause: 0 });

/** Time that moves only by hand. */
function aClock(at = new Date()) {
  let now = at.getTime();
  return Object.assign(() => new Date(now), {
    wait: (seconds: number) => {
      now += seconds * 1000;
    },
  });
}

async function queued(db: Database, count: number, overrides: Partial<typeof outbox.$inferInsert> = {}) {
  const rows = Array.from({ length: count }, (_, index) => ({
    kind: "announcement",
    recipient: `reader-${index}@example.com`,
    locale: "en",
    subject: `Mail ${index}`,
    text: "Text",
    html: "<p>Text</p>",
    ...overrides,
  }));
  return db.insert(outbox).values(rows).returning({ id: outbox.id });
}

const states = async (db: Database) =>
  Object.fromEntries(
    (
      await db
        .select({ state: outbox.state, count: sql<number>`count(*)::int` })
        .from(outbox)
        .groupBy(outbox.state)
    ).map(({ state, count }) => [state, count]),
  );

const once = (delivered: { to: string }[]) => {
  expect(new Set(delivered.map(({ to }) => to)).size).toBe(delivered.length);
  return delivered.length;
};

test("a mail alone goes with its own id as key, and its fate is written down", async ({ db, provider }) => {
  const [mail] = await queued(db, 1);
  await deliver(db, toProvider(provider), aClock());
  expect(provider.requests).toEqual([{ path: "/emails", key: mail?.id, mails: 1 }]);
  const [row] = await db.select().from(outbox);
  expect(row).toMatchObject({ state: "sent", error: null, leaseUntil: null, attempts: 1, text: "Text" });
  expect(row?.providerId).toMatch(/^[0-9a-f-]{36}$/);
});

test("many go in batches of a hundred; a sign-in mail goes before them and is forgotten once sent", async ({
  db,
  provider,
}) => {
  await queued(db, 230, { priority: 20 });
  await queued(db, 1, { kind: "sign-in", recipient: "urgent@example.com", priority: 0, text: "CODE-1234" });
  await deliver(db, toProvider(provider), aClock());
  expect(provider.requests.map(({ mails }) => mails)).toEqual([1, 100, 100, 30]);
  expect(provider.delivered[0]?.to).toBe("urgent@example.com");
  expect(once(provider.delivered)).toBe(231);
  const [forgotten] = await db.select().from(outbox).where(eq(outbox.kind, "sign-in"));
  expect(forgotten).toMatchObject({ state: "sent", text: "", html: "", subject: "" });
});

test("two workers at once, killed again and again, neither lose nor double", async ({ db, provider }) => {
  await queued(db, 450);
  const clock = aClock();
  const sender = toProvider(provider);
  // A worker that dies: after it has claimed, or after the provider has taken the mails.
  const dies = async (when: "before" | "after") => {
    const mails = await claim(db, sender.most, clock());
    if (when === "after" && mails[0]) await sender.send(mails, mails[0].batchId);
  };
  for (const round of [1, 2, 3]) {
    await Promise.all([dies("before"), dies("after")]);
    clock.wait(121);
    if (round === 2) provider.mishaps.push("hang up");
    await Promise.all([deliver(db, sender, clock), deliver(db, sender, clock)]);
  }
  clock.wait(3600);
  await Promise.all([deliver(db, sender, clock), deliver(db, sender, clock)]);
  expect(await states(db)).toEqual({ sent: 450 });
  expect(once(provider.delivered)).toBe(450);
});

test("a worker that was thought dead changes nothing when it comes back", async ({ db, provider }) => {
  await queued(db, 3);
  const clock = aClock();
  const slow = await claim(db, 100, clock());
  clock.wait(121);
  await deliver(db, toProvider(provider), clock);
  await settle(db, slow, { kind: "refused", error: "422 late" }, clock());
  expect(await states(db)).toEqual({ sent: 3 });
});

describe("when the provider does not take mail", () => {
  test("429: it is asked again after the time it names, not before", async ({ db, provider }) => {
    await queued(db, 2);
    const clock = aClock();
    provider.mishaps.push({ status: 429, name: "rate_limit_exceeded", retryAfter: 40 });
    expect(await deliver(db, toProvider(provider), clock)).toEqual({ rest: 40 });
    clock.wait(39);
    await deliver(db, toProvider(provider), clock);
    expect(provider.requests).toHaveLength(1);
    clock.wait(2);
    await deliver(db, toProvider(provider), clock);
    expect(await states(db)).toEqual({ sent: 2 });
    expect(provider.requests[1]?.key).toBe(provider.requests[0]?.key);
  });

  test("away for an hour: everything arrives afterwards, once", async ({ db, provider }) => {
    await queued(db, 120);
    const clock = aClock();
    const sender = toProvider(provider);
    const until = clock().getTime() + 3600_000;
    while (clock().getTime() < until) {
      // Half of the time the mails got through, and only the answer was lost.
      provider.mishaps.push({ status: 503, name: "application_error" }, "hang up");
      await deliver(db, sender, clock);
      clock.wait(60);
    }
    provider.mishaps.length = 0;
    clock.wait(900);
    await deliver(db, sender, clock);
    expect(await states(db)).toEqual({ sent: 120 });
    expect(once(provider.delivered)).toBe(120);
  });

  test("away for an hour: who asks afterwards gets a code, and nobody gets one that is dead", async ({
    db,
    provider,
  }) => {
    const signIn = { kind: "sign-in", priority: 0, text: "CODE-1234", subject: "CODE-1234" };
    const start = new Date();
    const clock = aClock(start);
    const sender = toProvider(provider);
    const ask = (recipient: string, createdAt: Date) =>
      queued(db, 1, { ...signIn, recipient, createdAt, dueAt: start });
    // One was on its way when the provider went, one waited behind it; announcements never die.
    await ask("tried@example.com", start);
    provider.mishaps.push({ status: 503, name: "application_error" });
    await deliver(db, sender, clock);
    await ask("waited@example.com", start);
    await queued(db, 2, { createdAt: start });
    clock.wait(3600);
    await ask("fresh@example.com", new Date(clock().getTime() - 60_000));
    await deliver(db, sender, clock);
    expect(provider.delivered.map(({ to }) => to)).toEqual([
      "fresh@example.com",
      expect.stringContaining("reader"),
      expect.stringContaining("reader"),
    ]);
    expect(await states(db)).toEqual({ expired: 2, sent: 3 });
    const expired = await db.select().from(outbox).where(eq(outbox.state, "expired"));
    for (const mail of expired) expect(mail).toMatchObject({ text: "", html: "", subject: "" });
  });

  test("a batch that was on its way is repeated as it was while one code in it is good", async ({
    db,
    provider,
  }) => {
    const start = new Date();
    const clock = aClock(start);
    const sender = toProvider(provider);
    const signIn = { kind: "sign-in", priority: 0, dueAt: start };
    const minutesAgo = (count: number) => new Date(start.getTime() - count * 60_000);
    await queued(db, 1, { ...signIn, recipient: "old@example.com", createdAt: minutesAgo(9) });
    await queued(db, 1, { ...signIn, recipient: "young@example.com", createdAt: minutesAgo(1) });
    provider.mishaps.push("hang up");
    await deliver(db, sender, clock);
    clock.wait(180);
    await deliver(db, sender, clock);
    expect(await states(db)).toEqual({ sent: 2 });
    expect(once(provider.delivered)).toBe(2);
    expect(new Set(provider.requests.map(({ key }) => key)).size).toBe(1);
  });

  test("nobody listens at all: the mail waits", async ({ db }) => {
    await queued(db, 1);
    const nobody = resendSender({
      apiKey: "re_test",
      baseUrl: "http://127.0.0.1:9",
      from: "a@b.example",
      pause: 0,
    });
    expect(await deliver(db, nobody, aClock())).toEqual({ rest: 5 });
    expect(await states(db)).toEqual({ queued: 1 });
  });

  test("a wrong key is the operator's matter: nothing is given up", async ({ db, provider }) => {
    await queued(db, 1);
    provider.mishaps.push({ status: 401, name: "invalid_api_key" });
    await deliver(db, toProvider(provider), aClock());
    expect(await states(db)).toEqual({ queued: 1 });
  });

  test("one address it refuses fails alone, with the reason; the others arrive", async ({ db, provider }) => {
    await queued(db, 20);
    provider.refuses.add("reader-7@example.com");
    await deliver(db, toProvider(provider), aClock());
    const failed = await db.select().from(outbox).where(eq(outbox.state, "failed")).orderBy(asc(outbox.id));
    expect(failed.map(({ recipient }) => recipient)).toEqual(["reader-7@example.com"]);
    expect(failed[0]?.error).toContain("422 validation_error");
    expect(once(provider.delivered)).toBe(19);
  });
});
