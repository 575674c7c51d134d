import { eq } from "drizzle-orm";
import { beforeEach } from "vitest";
import type { Database } from "@/db/client";
import { outbox } from "@/db/schema";
import { claim } from "@/lib/mail/claim";
import { deliver } from "@/lib/mail/deliver";
import { smtpSender } from "@/lib/mail/smtp";
import { smtpServer } from "@/tests/support/smtp";
import { test as base, expect } from "./test";

const test = base.extend("mailer", async ({ task: _ }, { onCleanup }) => {
  const server = await smtpServer();
  onCleanup(() => server.close());
  return server;
});

beforeEach<{ db: Database }>(async ({ db }) => {
  await db.delete(outbox);
});

const through = (url: string) =>
  smtpSender({ url, from: "Portal <portal@example.org>", host: "conference.example.org" });

/** Time that moves only by hand. */
function aClock() {
  let now = Date.now();
  return Object.assign(() => new Date(now), {
    wait: (seconds: number) => {
      now += seconds * 1000;
    },
  });
}

async function queued(db: Database, ...recipients: string[]) {
  const values = recipients.map((recipient) => ({
    kind: "announcement",
    recipient,
    locale: "ro",
    subject: "Știri: ați primit un loc",
    text: "Bună ziua, locul este al dumneavoastră.",
    html: "<p>Bună ziua</p>",
  }));
  return db.insert(outbox).values(values).returning({ id: outbox.id });
}

const fates = async (db: Database) =>
  Object.fromEntries(
    (await db.select().from(outbox)).map(({ recipient, state, attempts, error }) => [
      recipient,
      { state, attempts, error },
    ]),
  );

test("a mail arrives as it was written, and what became of it is written down", async ({ db, mailer }) => {
  const [mail] = await queued(db, "o'brien+ecc@example.com");
  expect(await deliver(db, through(mailer.url), aClock())).toEqual({});
  const messageId = `<${mail?.id}@conference.example.org>`;
  expect(mailer.delivered).toMatchObject([
    {
      to: ["o'brien+ecc@example.com"],
      headers: {
        from: "Portal <portal@example.org>",
        "message-id": messageId,
        "auto-submitted": "auto-generated",
        subject: expect.stringMatching(/^=\?UTF-8\?/),
        "content-type": expect.stringContaining("multipart/alternative"),
      },
    },
  ]);
  const [row] = await db.select().from(outbox);
  expect(row).toMatchObject({ state: "sent", providerId: messageId, error: null, attempts: 1 });
});

test("4xx, at whatever step: the mail waits, longer each time, and goes out under the same Message-ID", async ({
  db,
  mailer,
}) => {
  const [mail] = await queued(db, "grey@example.com");
  const clock = aClock();
  const sender = through(mailer.url);
  mailer.mishaps.push(
    { at: "recipient", code: 450, text: "4.7.1 Greylisted" },
    { at: "data", code: 452, text: "4.2.2 Out of storage" },
  );
  expect(await deliver(db, sender, clock)).toEqual({ rest: 5 });
  expect(await fates(db)).toMatchObject({
    "grey@example.com": { state: "queued", error: expect.stringContaining("450") },
  });
  clock.wait(4);
  expect(await deliver(db, sender, clock)).toEqual({});
  expect(mailer.mishaps).toHaveLength(1);
  clock.wait(2);
  expect(await deliver(db, sender, clock)).toEqual({ rest: 10 });
  expect(mailer.delivered).toEqual([]);
  clock.wait(11);
  expect(await deliver(db, sender, clock)).toEqual({});
  expect(mailer.delivered.map(({ headers }) => headers["message-id"])).toEqual([
    `<${mail?.id}@conference.example.org>`,
  ]);
  expect(await fates(db)).toMatchObject({ "grey@example.com": { state: "sent", attempts: 3, error: null } });
});

test("5xx: the mail failed, with the server's words, and holds up no other", async ({ db, mailer }) => {
  await queued(db, "one@example.com", "gone@example.com", "two@example.com");
  mailer.unknown.add("gone@example.com");
  const clock = aClock();
  const sender = through(mailer.url);
  await deliver(db, sender, clock);
  await deliver(db, sender, clock);
  expect(mailer.delivered.flatMap(({ to }) => to).sort()).toEqual(["one@example.com", "two@example.com"]);
  expect(await fates(db)).toMatchObject({
    "one@example.com": { state: "sent" },
    "gone@example.com": { state: "failed", attempts: 1, error: expect.stringMatching(/^550 .*No such user/) },
    "two@example.com": { state: "sent" },
  });
});

test("one address that is put off again and again holds up no other, however urgent it is", async ({
  db,
  mailer,
}) => {
  const [urgent] = await queued(db, "grey@example.com", "one@example.com", "two@example.com");
  await db
    .update(outbox)
    .set({ priority: 0 })
    .where(eq(outbox.id, urgent?.id ?? ""));
  mailer.mishaps.push({ at: "recipient", code: 450, text: "4.7.1 Greylisted" });
  expect(await deliver(db, through(mailer.url), aClock())).toEqual({ rest: 5 });
  expect(mailer.delivered.flatMap(({ to }) => to).sort()).toEqual(["one@example.com", "two@example.com"]);
  // What is wrong with the server itself is wrong for all.
  await queued(db, "three@example.com", "four@example.com");
  mailer.mishaps.push({ at: "recipient", code: 421, text: "4.3.2 Going down" });
  expect(await deliver(db, through(mailer.url), aClock())).toEqual({ rest: 5 });
  expect(mailer.delivered).toHaveLength(2);
});

test("a refused password and a server that is not there are the operator's matter: nothing is given up", async ({
  db,
  mailer,
}) => {
  await queued(db, "patient@example.com");
  const clock = aClock();
  mailer.mishaps.push({ at: "login", code: 535, text: "5.7.8 Wrong password" });
  expect(await deliver(db, through(mailer.urlWithLogin), clock)).toEqual({ rest: 5 });
  clock.wait(6);
  expect(await deliver(db, through("smtp://127.0.0.1:9"), clock)).toEqual({ rest: 10 });
  expect(await fates(db)).toMatchObject({ "patient@example.com": { state: "queued", attempts: 2 } });
  clock.wait(11);
  await deliver(db, through(mailer.urlWithLogin), clock);
  expect(await fates(db)).toMatchObject({ "patient@example.com": { state: "sent" } });
});

test("killed between sending and writing it down, or the answer is lost: a second copy bears the same Message-ID", async ({
  db,
  mailer,
}) => {
  const [killed] = await queued(db, "killed@example.com");
  const clock = aClock();
  const sender = through(mailer.url);
  const [claimed] = await claim(db, sender.most, clock());
  await sender.send(claimed ? [claimed] : [], claimed?.batchId ?? "");
  // Nobody else takes it while its worker may still be at it.
  await deliver(db, sender, clock);
  expect(mailer.delivered).toHaveLength(1);
  clock.wait(121);
  await deliver(db, sender, clock);

  const [lost] = await queued(db, "lost@example.com");
  mailer.mishaps.push("hang up");
  expect(await deliver(db, sender, clock)).toEqual({ rest: 5 });
  clock.wait(6);
  await deliver(db, sender, clock);

  const copies = (to: string) =>
    mailer.delivered.filter((mail) => mail.to.includes(to)).map(({ headers }) => headers["message-id"]);
  for (const [to, mail] of [
    ["killed@example.com", killed],
    ["lost@example.com", lost],
  ] as const) {
    expect(copies(to)).toEqual(Array(2).fill(`<${mail?.id}@conference.example.org>`));
    const [row] = await db.select().from(outbox).where(eq(outbox.recipient, to));
    expect(row).toMatchObject({ state: "sent", attempts: 2 });
  }
});
