import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { authSessions, conferences, limits, outbox, persons, signInRequests } from "@/db/schema";
import { sweep } from "@/lib/jobs/sweep";
import { carriedOut, retain } from "@/lib/retention/mutations";
import { isLongOver, sensitiveAreDue } from "@/lib/retention/rules";
import { aConference, anOrganiser, aPerson, aQuestion, aRegistration, aSession } from "@/tests/factories";
import { refuse } from "./support/refusal";
import { describe, expect, test } from "./test";

const NOW = new Date("2026-11-22T03:00:00Z");
const days = (count: number) => new Date(NOW.getTime() - count * 86_400_000);

describe("when something has been kept long enough", () => {
  const bucharest = { endsOn: "2019-05-16", timeZone: "Europe/Bucharest" };

  test.for([
    ["live", "2019-05-17T09:00:00Z", false],
    ["live", "2019-06-16T20:59:59Z", false],
    ["live", "2019-06-16T21:00:00Z", true],
    ["rehearsal", "2031-01-01T00:00:00Z", false],
  ] as const)("diet and access needs of one that is %s at %s: %s", ([mode, now, due]) => {
    expect(sensitiveAreDue({ ...bucharest, mode }, new Date(now))).toBe(due);
  });

  test("a month is a calendar month", () => {
    const utc = { endsOn: "2019-01-31", timeZone: "UTC", mode: "live" } as const;
    expect(sensitiveAreDue(utc, new Date("2019-02-28T23:59:00Z"))).toBe(false);
    expect(sensitiveAreDue(utc, new Date("2019-03-01T00:00:00Z"))).toBe(true);
  });

  test.for([
    ["live", "2021-05-16T20:00:00Z", false],
    ["live", "2021-05-16T21:00:00Z", true],
    ["rehearsal", "2031-01-01T00:00:00Z", false],
  ] as const)("a conference that is %s at %s keeps no account: %s", ([mode, now, over]) => {
    expect(isLongOver({ ...bucharest, mode }, new Date(now))).toBe(over);
  });
});

async function withSensitiveAnswer(db: Database, overrides: Parameters<typeof aConference>[1]) {
  const conference = await aConference(db, overrides);
  const registration = await aRegistration(db, conference);
  const question = await aQuestion(db, conference, { sensitive: true });
  const answer = async (table: string) =>
    db.execute(
      sql`insert into ${sql.identifier(table)} values (${registration.id}, ${question.id}, '"vegan"')`,
    );
  await answer("sensitive_answers");
  await answer("answers");
  const count = async (table: string) => {
    const rows = await db.execute(
      sql`select 1 from ${sql.identifier(table)} where registration_id = ${registration.id}`,
    );
    return rows.length;
  };
  return { conference, registration, count };
}

test("sensitive answers go a month after the conference, the others stay", async ({ db }) => {
  const over = await withSensitiveAnswer(db, { mode: "live", endsOn: "2026-10-21", startsOn: "2026-10-20" });
  const running = await withSensitiveAnswer(db, {
    mode: "live",
    endsOn: "2026-10-22",
    startsOn: "2026-10-20",
  });
  await retain(db, NOW);
  await retain(db, NOW);
  expect([await over.count("sensitive_answers"), await over.count("answers")]).toEqual([0, 1]);
  expect([await running.count("sensitive_answers"), await running.count("answers")]).toEqual([1, 1]);
  const entries = await db.execute(
    sql`select detail from audit_entries where action = 'sensitive-answers.erased' and conference_id = ${over.conference.id}`,
  );
  expect([...entries]).toEqual([{ detail: { count: 1 } }]);
});

test("the clock of a rehearsal erases nothing, however far it is moved for an afternoon", async ({ db }) => {
  const rehearsed = await withSensitiveAnswer(db, {
    startsOn: "2027-05-14",
    endsOn: "2027-05-16",
    clockSetAt: new Date("2027-07-20T08:00:00Z"),
  });
  await retain(db, NOW);
  expect(await rehearsed.count("sensitive_answers")).toBe(1);
});

test("what is wrong with one conference keeps the promise to the others, and is told", async ({ db }) => {
  const past = { mode: "live", startsOn: "2026-09-20", endsOn: "2026-09-21" } as const;
  const broken = await withSensitiveAnswer(db, past);
  const sound = [await withSensitiveAnswer(db, past), await withSensitiveAnswer(db, past)];
  const mail = { recipient: "a@example.com", locale: "en", text: "", html: "", kind: "x" };
  await db.insert(outbox).values({ ...mail, subject: "old", state: "sent", createdAt: days(181) });
  const mend = await refuse(db, "sensitive_answers", "registration_id", broken.registration.id);
  await expect(retain(db, NOW)).rejects.toThrow();
  expect(await broken.count("sensitive_answers")).toBe(1);
  for (const one of sound) expect(await one.count("sensitive_answers")).toBe(0);
  expect(await db.select().from(outbox).where(eq(outbox.subject, "old"))).toEqual([]);
  await mend();
  await retain(db, NOW);
  expect(await broken.count("sensitive_answers")).toBe(0);
});

test("what the hourly sweep carries out goes by then: sessions, requests to sign in and their mails, counters", async ({
  db,
}) => {
  const swept = Object.entries(carriedOut).flatMap(([kept, by]) => (by === "sweep" ? [kept] : []));
  expect(swept.sort()).toEqual(["counter", "day", "session"]);
  const person = await aPerson(db);
  const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000);
  const session = (tokenHash: string, expiresAt: Date) => ({ tokenHash, personId: person.id, expiresAt });
  await db.insert(authSessions).values([session("over", ago(1)), session("good", ago(-1))]);
  const request = { locale: "en", returnTo: "/", browserHash: "b", codeHash: "c" };
  await db.insert(signInRequests).values([
    { ...request, email: "over@example.com", linkHash: "over", expiresAt: ago(25) },
    { ...request, email: "yesterday@example.com", linkHash: "yesterday", expiresAt: ago(23) },
  ]);
  const counter = { windowStart: ago(2), count: 1 };
  await db.insert(limits).values([
    { ...counter, key: "over", expiresAt: ago(1) },
    { ...counter, key: "good", expiresAt: ago(-1) },
  ]);
  const mail = { recipient: "a@example.com", locale: "en", text: "", html: "", kind: "sign-in" };
  await db.insert(outbox).values([
    { ...mail, subject: "over", createdAt: ago(25) },
    { ...mail, subject: "good", createdAt: ago(23) },
  ]);
  await sweep();
  expect(await db.select({ is: outbox.subject }).from(outbox)).toEqual([{ is: "good" }]);
  await db.delete(outbox);
  expect(await db.select({ is: authSessions.tokenHash }).from(authSessions)).toEqual([{ is: "good" }]);
  expect(await db.select({ is: signInRequests.linkHash }).from(signInRequests)).toEqual([
    { is: "yesterday" },
  ]);
  expect(await db.select({ is: limits.key }).from(limits)).toEqual([{ is: "good" }]);
});

test("old mails go, but none whose fate is open", async ({ db }) => {
  const mail = { recipient: "a@example.com", locale: "en", text: "", html: "" };
  await db.insert(outbox).values([
    { ...mail, kind: "x", subject: "old", state: "sent", createdAt: days(181) },
    { ...mail, kind: "x", subject: "kept in rehearsal", state: "kept", createdAt: days(181) },
    { ...mail, kind: "x", subject: "old and queued", state: "queued", createdAt: days(181) },
    { ...mail, kind: "x", subject: "young", state: "sent", createdAt: days(179) },
  ]);
  await retain(db, NOW);
  const left = await db.select({ subject: outbox.subject }).from(outbox).orderBy(outbox.subject);
  expect(left.map(({ subject }) => subject)).toEqual(["old and queued", "young"]);
});

test("accounts that nobody uses go; a part in anything keeps them", async ({ db }) => {
  const ancient = { createdAt: days(1000), updatedAt: days(1000) };
  const rehearsed = await aConference(db);
  const past = await aConference(db, { mode: "live" });
  const coming = await aConference(db, { mode: "live", startsOn: "2099-05-14", endsOn: "2099-05-16" });
  const gone = {
    unconfirmed: await aPerson(db, { emailVerifiedAt: null, createdAt: days(31), updatedAt: days(31) }),
    idle: await aPerson(db, ancient),
    longAgo: (await aRegistration(db, past, { person: await aPerson(db, ancient) })).person,
  };
  const kept = {
    fresh: await aPerson(db, { emailVerifiedAt: null, createdAt: days(29), updatedAt: days(29) }),
    rehearsing: (await aRegistration(db, rehearsed, { person: await aPerson(db, ancient) })).person,
    coming: (await aRegistration(db, coming, { person: await aPerson(db, ancient) })).person,
    signedIn: await aPerson(db, ancient),
  };
  await aSession(db, kept.signedIn);
  const organiser = await anOrganiser(db, past, ancient);
  await retain(db, NOW);
  const left = new Set((await db.select({ id: persons.id }).from(persons)).map(({ id }) => id));
  for (const [name, { id }] of Object.entries(gone)) expect(left.has(id), name).toBe(false);
  for (const [name, { id }] of Object.entries(kept)) expect(left.has(id), name).toBe(true);
  // Signed in too, so the session must not be what keeps them.
  await db.delete(authSessions).where(eq(authSessions.personId, organiser.personId));
  await retain(db, NOW);
  const [still] = await db.select().from(persons).where(eq(persons.id, organiser.personId));
  expect(still).toBeDefined();
  await db.delete(conferences).where(eq(conferences.id, past.id));
  await retain(db, NOW);
  expect(await db.select().from(persons).where(eq(persons.id, organiser.personId))).toEqual([]);
});
