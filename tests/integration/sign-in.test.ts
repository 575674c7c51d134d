import { and, eq, like } from "drizzle-orm";
import type { Database } from "@/db/client";
import { authSessions, limits as counters, outbox, persons, signInRequests } from "@/db/schema";
import { openSession } from "@/lib/auth/release";
import { endEverySession, endSession } from "@/lib/auth-sessions/mutations";
import { countAgainst, countAll } from "@/lib/rate-limits/mutations";
import { type Limit, limitWindow } from "@/lib/rate-limits/rules";
import { askToSignIn, confirmByCode, confirmByLink } from "@/lib/sign-in/mutations";
import { limits } from "@/lib/sign-in/rules";
import { aPerson, aSession } from "@/tests/factories";
import { expect, test } from "./test";

let asked = 0;
async function aRequest(db: Database, now = new Date()) {
  const email = `asks-${++asked}@example.com`;
  const browserToken = `browser-${asked}`;
  const address = `10.0.${asked}.1`;
  const asking = { email, locale: "en", returnTo: "/en", browserToken, browser: "", address } as const;
  expect(await askToSignIn(db, asking, now)).toMatchObject({ ok: true });
  const [mail] = await db.select().from(outbox).where(eq(outbox.recipient, email));
  const code = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(mail?.text ?? "")?.[0] ?? "";
  const linkToken = /token=(\S+)/.exec(mail?.text ?? "")?.[1] ?? "";
  return { email, browserToken, address, code, linkToken, asking };
}

test("a link works once, however often it is pressed at once, and only in the browser that asked", async ({
  db,
}) => {
  const { linkToken, browserToken } = await aRequest(db);
  const foreign = await confirmByLink(db, { linkToken, browserToken: "another" }, new Date());
  expect(foreign).toMatchObject({ ok: false, code: "link-unusable" });
  const presses = Array.from({ length: 12 }, () =>
    confirmByLink(db, { linkToken, browserToken }, new Date()),
  );
  expect((await Promise.all(presses)).filter(({ ok }) => ok)).toHaveLength(1);
});

test("link and code end after ten minutes", async ({ db }) => {
  const { linkToken, browserToken, code: typed, address } = await aRequest(db);
  const late = new Date(Date.now() + 10 * 60_000 + 5000);
  expect((await confirmByLink(db, { linkToken, browserToken }, late)).ok).toBe(false);
  expect(await confirmByCode(db, { typed, browserToken, address }, late)).toMatchObject({
    code: "code-expired",
  });
});

test("the tenth wrong code ends the request, also when they come at once", async ({ db }) => {
  const { browserToken, code, address, email } = await aRequest(db);
  const type = (typed: string) => confirmByCode(db, { typed, browserToken, address }, new Date());
  await Promise.all(Array.from({ length: 30 }, () => type("ZZZZ-ZZZZ")));
  expect(await type(code)).toMatchObject({ ok: false, code: "code-dead" });
  const [row] = await db.select().from(signInRequests).where(eq(signInRequests.email, email));
  expect(row?.wrongCodes).toBe(10);
});

test("a release opens one session; neither link, code nor session token is kept readable", async ({ db }) => {
  const { browserToken, code, address, email } = await aRequest(db);
  const typed = ` ${code.toLowerCase().replace("-", " ")} `;
  const confirmed = await confirmByCode(db, { typed, browserToken, address }, new Date());
  if (!confirmed.ok) throw new Error(confirmed.code);
  const entering = { ...confirmed.data, locale: "en", browser: "A test", network: "" } as const;
  const token = await openSession(db, entering);
  expect(token).toBeTruthy();
  expect(await openSession(db, entering)).toBeUndefined();
  const [person] = await db.select().from(persons).where(eq(persons.email, email));
  const sessions = await db
    .select()
    .from(authSessions)
    .where(eq(authSessions.personId, person?.id ?? ""));
  expect(sessions).toHaveLength(1);
  expect(sessions[0]?.tokenHash).not.toBe(token);
  expect(person?.emailVerifiedAt).toBeInstanceOf(Date);
});

test("a limit counts right at once, and the answer says when to come back", async ({ db }) => {
  const now = new Date();
  const limit = { name: "test", max: 7, seconds: 600 };
  const all = await Promise.all(Array.from({ length: 40 }, () => countAgainst(db, limit, "someone", now)));
  expect(all.filter(({ ok }) => ok)).toHaveLength(7);
  const refused = all.find(({ ok }) => !ok);
  expect(refused).toMatchObject({ code: "too-many", params: { minutes: expect.any(Number) } });
  expect((await countAgainst(db, limit, "someone else", now)).ok).toBe(true);
});

test("many are counted in one statement, each for oneself, and right from two sides at once", async ({
  db,
}) => {
  const now = new Date();
  const limit = { name: "presses-of-a-test", max: 20, seconds: 600 };
  const some = (person: string, times: number) => Array.from({ length: times }, () => person);
  const rounds = await Promise.all([
    countAll(db, limit, [...some("one", 8), "other", ...some("one", 2)], now),
    countAll(db, limit, ["other", ...some("one", 10)], now),
  ]);
  expect(rounds.flat().filter(({ ok }) => ok)).toHaveLength(22);
  const after = await countAll(db, limit, ["other", "one", "third"], now);
  expect(after.map(({ ok }) => ok)).toEqual([true, false, true]);
});

test("one ends one's own sessions, and nobody else's", async ({ db }) => {
  const [one, other] = [await aPerson(db), await aPerson(db)];
  await aSession(db, one);
  await aSession(db, other);
  const sessionsOf = (id: string) => db.select().from(authSessions).where(eq(authSessions.personId, id));
  const [theirs] = await sessionsOf(other.id);
  const person = { personId: one.id, number: one.number, network: "" };
  expect(await endSession(db, person, theirs?.tokenHash ?? "")).toMatchObject({ code: "not-found" });
  expect(await endEverySession(db, person)).toBe(1);
  expect(await sessionsOf(one.id)).toHaveLength(0);
  expect(await sessionsOf(other.id)).toHaveLength(1);
});

/** Puts every counter of a limit, in the window of `now`, at its last allowed number. */
const useUp = (db: Database, limit: Limit, now: Date) =>
  db
    .update(counters)
    .set({ count: limit.max })
    .where(
      and(like(counters.key, `${limit.name}:%`), eq(counters.windowStart, limitWindow(limit, now).start)),
    );

test("each limit of sign-in holds: by address here and anywhere, by network (an IPv6 /64), and in all", async ({
  db,
}) => {
  const now = new Date("2030-01-01T12:00:00Z");
  const ask = (email: string, address: string) =>
    askToSignIn(db, { email, locale: "en", returnTo: "/en", browserToken: email, browser: "", address }, now);
  const allowed = async (email: string, address: string) => (await ask(email, address)).ok;

  for (let time = 0; time < limits.here.max; time++)
    expect(await allowed("one@example.com", "10.9.0.1")).toBe(true);
  for (let time = 0; time < limits.address.max; time++)
    expect(await ask("one@example.com", "10.9.0.1")).toMatchObject({ ok: false, code: "too-many" });
  expect(await allowed("two@example.com", "10.9.0.1")).toBe(true);
  // However often a stranger asked for the mails of an address: its owner, elsewhere, gets one.
  expect(await allowed("one@example.com", "10.9.0.2")).toBe(true);
  await useUp(db, limits.address, now);
  expect(await allowed("one@example.com", "10.9.0.3")).toBe(false);

  expect(await allowed("three@example.com", "2001:db8:1:2::1")).toBe(true);
  await useUp(db, limits.network, now);
  expect(await allowed("four@example.com", "2001:db8:1:2:ffff::2")).toBe(false);
  expect(await allowed("four@example.com", "2001:db8:1:3::1")).toBe(true);

  await useUp(db, limits.inAll, now);
  expect(await allowed("five@example.com", "10.9.7.7")).toBe(false);
});

test("codes are counted by network, so that nobody tries those of many requests", async ({ db }) => {
  const { browserToken, code: typed, address } = await aRequest(db);
  const type = (which: string) => confirmByCode(db, { typed: which, browserToken, address }, new Date());
  expect(await type("ZZZZ-ZZZZ")).toMatchObject({ code: "code-wrong" });
  await useUp(db, limits.codes, new Date());
  expect(await type(typed)).toMatchObject({ code: "too-many" });
});
