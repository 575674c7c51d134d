import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { auditEntries, authSessions, outbox, secondFactors } from "@/db/schema";
import type { Person } from "@/lib/auth/actors";
import { resetSecondFactor } from "@/lib/factor-resets/mutations";
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  showSecondFactor,
} from "@/lib/second-factors/mutations";
import { authenticator } from "@/lib/second-factors/queries";
import { anOwner, aPerson, asPerson } from "@/tests/factories";
import { describe, expect, test } from "./test";

const START = new Date("2026-03-01T09:00:00Z").getTime();
const later = (seconds: number) => new Date(START + seconds * 1000);

/** Someone whose factor was switched on at START, and another session of theirs that has not shown it. */
async function withFactor(db: Database) {
  const row = await aPerson(db);
  const person = await asPerson(db, row);
  await beginSecondFactor(db, person);
  const [factor] = await db
    .select({ secret: secondFactors.secret })
    .from(secondFactors)
    .where(eq(secondFactors.personId, person.personId));
  if (!factor) throw new Error("No secret was made");
  const totp = authenticator(factor.secret);
  const codeAt = (at: Date) => totp.generate({ timestamp: at.getTime() });
  const on = await confirmSecondFactor(db, person, codeAt(later(0)), later(0));
  if (!on.ok) throw new Error(on.code);
  return { person, codeAt, recoveryCodes: on.data.recoveryCodes, other: await asPerson(db, row) };
}

const shownAt = async (db: Database, { tokenHash }: Pick<Person, "tokenHash">) => {
  const [session] = await db.select().from(authSessions).where(eq(authSessions.tokenHash, tokenHash));
  return session?.secondFactorAt ?? null;
};

describe("a code of the app", () => {
  test("opens one session and no other, also when both bring it at once", async ({ db }) => {
    const { codeAt, person, other } = await withFactor(db);
    const at = later(60);
    const shows = await Promise.all(
      [person, other, person, other].map((session) => showSecondFactor(db, session, codeAt(at), at)),
    );
    expect(shows.filter(({ ok }) => ok)).toHaveLength(1);
    for (const refused of shows.filter(({ ok }) => !ok))
      expect(refused).toMatchObject({ code: "factor-replayed" });
  });

  test("that was read off while it was typed lets nobody in", async ({ db }) => {
    const { codeAt, other } = await withFactor(db);
    // The one that switched the factor on is used up as well.
    const first = await showSecondFactor(db, other, codeAt(later(0)), later(5));
    expect(first).toMatchObject({ ok: false, code: "factor-replayed" });
    expect(await showSecondFactor(db, other, codeAt(later(60)), later(60))).toMatchObject({ ok: true });
    const again = await showSecondFactor(db, other, codeAt(later(60)), later(75));
    expect(again).toMatchObject({ ok: false, code: "factor-replayed" });
    // An older one that would still fit the clock is refused too, once a newer one was used.
    const older = await showSecondFactor(db, other, codeAt(later(30)), later(60));
    expect(older).toMatchObject({ ok: false, code: "factor-replayed" });
  });

  test("that is refused leaves the session without its second step", async ({ db }) => {
    const { codeAt, other } = await withFactor(db);
    await showSecondFactor(db, other, codeAt(later(0)), later(5));
    expect(await shownAt(db, other)).toBeNull();
    await showSecondFactor(db, other, codeAt(later(60)), later(60));
    expect(await shownAt(db, other)).toEqual(later(60));
  });

  test("of minutes ago, of later or of someone else is wrong", async ({ db }) => {
    const { codeAt, other } = await withFactor(db);
    const stranger = await withFactor(db);
    for (const typed of [codeAt(later(60)), codeAt(later(300)), stranger.codeAt(later(180)), "", "000"])
      expect(await showSecondFactor(db, other, typed, later(180))).toMatchObject({ code: "factor-wrong" });
  });

  test("that was used does not switch the factor off", async ({ db }) => {
    const { codeAt, person, other } = await withFactor(db);
    await showSecondFactor(db, other, codeAt(later(60)), later(60));
    const off = await removeSecondFactor(db, person, codeAt(later(60)), later(62));
    expect(off).toMatchObject({ ok: false, code: "factor-replayed" });
    expect((await removeSecondFactor(db, person, codeAt(later(90)), later(90))).ok).toBe(true);
  });
});

test("a recovery code opens once, however often it is brought at once", async ({ db }) => {
  const { recoveryCodes, other } = await withFactor(db);
  const [code = ""] = recoveryCodes;
  const shows = await Promise.all(
    Array.from({ length: 6 }, () => showSecondFactor(db, other, ` ${code.toLowerCase()} `, later(60))),
  );
  expect(shows.filter(({ ok }) => ok)).toHaveLength(1);
  expect(shows.find(({ ok }) => !ok)).toMatchObject({ code: "factor-wrong" });
});

describe("an owner resets the second factor of someone who lost it", () => {
  const factorOf = (db: Database, personId: string) =>
    db.select().from(secondFactors).where(eq(secondFactors.personId, personId));

  test("it is off, no session of theirs is left that waited for it, they are told, the log says who", async ({
    db,
  }) => {
    const owner = await anOwner(db);
    const { person, other } = await withFactor(db);
    const untouched = await withFactor(db);
    expect(await resetSecondFactor(db, owner, person.email)).toMatchObject({ ok: true });
    expect(await factorOf(db, person.personId)).toEqual([]);
    expect(other.tokenHash).not.toBe(person.tokenHash);
    const left = await db.select().from(authSessions).where(eq(authSessions.personId, person.personId));
    expect(left).toEqual([]);
    expect(await factorOf(db, untouched.person.personId)).toHaveLength(1);
    const mails = await db.select().from(outbox).where(eq(outbox.recipient, person.email));
    expect(mails.map(({ kind, conferenceId }) => [kind, conferenceId])).toEqual([
      ["second-factor-reset", null],
    ]);
    const [entry] = await db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, "second-factor.reset"));
    expect(entry).toMatchObject({ actorNumber: owner.number, subjectId: String(person.number) });
  });

  test("twice at once is once; without a factor there is nothing to reset", async ({ db }) => {
    const owner = await anOwner(db);
    const { person } = await withFactor(db);
    const results = await Promise.all([1, 2].map(() => resetSecondFactor(db, owner, person.email)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.$count(outbox, eq(outbox.recipient, person.email))).toBe(1);
    const begun = await asPerson(db, await aPerson(db));
    await beginSecondFactor(db, begun);
    for (const email of [person.email, begun.email, "nobody@example.com"])
      expect(await resetSecondFactor(db, owner, email)).toMatchObject({ code: "reset-none" });
    expect(await factorOf(db, begun.personId)).toHaveLength(1);
  });

  test("but never their own: a session left open would be enough", async ({ db }) => {
    const owner = await anOwner(db);
    await beginSecondFactor(db, owner as unknown as Person);
    await db
      .update(secondFactors)
      .set({ confirmedAt: later(0) })
      .where(eq(secondFactors.personId, owner.personId));
    expect(await resetSecondFactor(db, owner, owner.email)).toMatchObject({ code: "reset-own" });
    expect(await factorOf(db, owner.personId)).toHaveLength(1);
  });
});
