import { sql } from "drizzle-orm";
import type { Person } from "@/lib/auth/actors";
import { erase, eraseAccount, eraseAgain, personHash } from "@/lib/erasures/mutations";
import { isLastOwner } from "@/lib/erasures/queries";
import { findPersonalData } from "@/lib/personal-data/queries";
import { aConference, anOwner, aPerson, aRegistration, asPerson } from "@/tests/factories";
import { grep, someone } from "./support/traces";
import { describe, expect, test } from "./test";

describe("an erasure", () => {
  test("leaves nothing but numbers in the log", async ({ db }) => {
    const conference = await aConference(db);
    const { person, row, registration, words } = await someone(db, conference);
    expect(Object.keys(await grep(db, words)).length).toBeGreaterThan(8);
    expect(await eraseAccount(db, person)).toEqual({ ok: true, data: undefined });
    expect(await grep(db, words)).toEqual({});
    expect(await grep(db, [row.id])).toEqual({});
    expect(await grep(db, [registration.id])).toEqual({ "audit_entries.subject_id": 2 });
  });

  test("touches nobody else", async ({ db }) => {
    const conference = await aConference(db);
    const { person } = await someone(db, conference);
    const other = await someone(db, conference);
    const before = await findPersonalData(db, other.person, "en");
    await eraseAccount(db, person);
    expect(await findPersonalData(db, other.person, "en")).toEqual(before);
  });

  test("passes the place on to the next in line", async ({ db }) => {
    const conference = await aConference(db, { capacity: 1 });
    const leaving = await aRegistration(db, conference);
    const waiting = await aRegistration(db, conference, { state: "waitlisted" });
    await eraseAccount(db, await asPerson(db, leaving.person));
    const [next] = await db.execute(
      sql`select state from registrations where id = ${waiting.id} and conference_id = ${conference.id}`,
    );
    expect(next).toEqual({ state: "offered" });
  });

  test("is refused to the last owner, and then changes nothing", async ({ db }) => {
    const owner = await anOwner(db);
    const person = owner as unknown as Person;
    expect(await isLastOwner(db, person)).toBe(true);
    expect(await eraseAccount(db, person)).toMatchObject({ ok: false, code: "last-owner" });
    expect((await findPersonalData(db, person, "en")).persons).toHaveLength(1);
    await anOwner(db);
    expect(await isLastOwner(db, person)).toBe(false);
    expect((await eraseAccount(db, person)).ok).toBe(true);
  });

  test("pressed twice at once is done once", async ({ db }) => {
    const conference = await aConference(db);
    const { person, row } = await someone(db, conference);
    const results = await Promise.all([eraseAccount(db, person), eraseAccount(db, person)]);
    expect(results.every(({ ok }) => ok)).toBe(true);
    const entries = await db.execute(
      sql`select action from audit_entries where subject = 'person' and subject_id = ${String(row.number)}`,
    );
    expect(entries).toHaveLength(1);
  });

  test("is done again after a restore, from the journal or from a file", async ({ db }) => {
    const conference = await aConference(db);
    const first = await aRegistration(db, conference);
    const second = await aRegistration(db, conference);
    const kept = await aRegistration(db, conference);
    const restore = async ({ person, ...registration }: typeof first) => {
      await aRegistration(db, conference, { ...registration, person: await aPerson(db, person) });
    };
    for (const { person } of [first, second])
      await erase(db, { personId: person.id, number: person.number, email: person.email }, "person.erased");
    await restore(first);
    await restore(second);
    // The restored journal is older than the second erasure.
    await db.execute(sql`delete from erasures where person_hash = ${personHash(second.person.id)}`);
    expect(await eraseAgain(db, [])).toEqual({ erased: 1, lastOwners: 0 });
    expect(await eraseAgain(db, [personHash(second.person.id), "0".repeat(64)])).toEqual({
      erased: 1,
      lastOwners: 0,
    });
    expect(await eraseAgain(db, [personHash(second.person.id)])).toEqual({ erased: 0, lastOwners: 0 });
    expect(await grep(db, [first.person.email, second.person.email])).toEqual({});
    expect(await grep(db, [kept.person.email])).not.toEqual({});
  });
});
