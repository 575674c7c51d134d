import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { auditEntries, authSessions, outbox, secondFactors, signInRequests } from "@/db/schema";
import type { Person } from "@/lib/auth/actors";
import { erase, eraseAccount, eraseAgain, personHash } from "@/lib/erasures/mutations";
import { isLastOwner } from "@/lib/erasures/queries";
import { findPersonalData, ofPerson } from "@/lib/personal-data/queries";
import { erasedTables, flatten, type Holding, handedColumns, personalData } from "@/lib/personal-data/rules";
import {
  type AConference,
  aConference,
  aConsent,
  anOwner,
  aPerson,
  aQuestion,
  aRegistration,
  asPerson,
} from "@/tests/factories";
import { describe, expect, test } from "./test";

// Tables that hold nothing about those who use the portal.
const IMPERSONAL = [
  "conferences",
  "windows",
  "editions",
  "rooms",
  "topics",
  // Public parts of a programme, written by the organiser; speakers have no account here.
  "speakers",
  "sessions",
  "session_speakers",
  "participant_types",
  "questions",
  "consents",
  "consent_versions",
  "invitations",
  "pages",
  "news",
];
// Of tables that the table lists: columns that say nothing about the person.
const IMPERSONAL_COLUMNS = ["id", "page_id", "locale", "version", "title", "body", "created_at"].map(
  (column) => `page_versions.${column}`,
);

async function columns(db: Database): Promise<string[]> {
  const rows = await db.execute<{ name: string }>(
    sql`select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
  );
  return rows.map(({ name }) => name);
}

/** In which columns of the whole database, jobs included, one of the words stands, and how often. */
async function grep(db: Database, words: string[]): Promise<Record<string, number>> {
  const all = await db.execute<{ schema: string; table: string; column: string }>(sql`
    select table_schema as schema, table_name as table, column_name as column from information_schema.columns
    where table_schema not in ('pg_catalog', 'information_schema')
      and (data_type in ('text', 'character varying', 'json', 'jsonb', 'uuid') or udt_name = 'citext')`);
  const found: Record<string, number> = {};
  for (const { schema, table, column } of all) {
    const hit = sql.join(
      words.map((word) => sql`strpos(lower(${sql.identifier(column)}::text), ${word.toLowerCase()}) > 0`),
      sql` or `,
    );
    const [row] = await db.execute<{ count: number }>(
      sql`select count(*)::int as count from ${sql.identifier(schema)}.${sql.identifier(table)} where ${hit}`,
    );
    if (row && row.count > 0) found[`${table}.${column}`] = row.count;
  }
  return found;
}

let made = 0;

/** Someone who left a trace in every table, under words that stand nowhere else. */
async function someone(db: Database, conference: AConference) {
  made += 1;
  const words = { email: `zsuzsanna.quibble${made}@example.com`, familyName: `Quibblethorpe${made}` };
  const row = await aPerson(db, { ...words, givenName: "Zsuzsanna" });
  const person: Person = await asPerson(db, row);
  const registration = await aRegistration(db, conference, { person: row });
  const [plain, apart] = await Promise.all([
    aQuestion(db, conference),
    aQuestion(db, conference, { sensitive: true }),
  ]);
  const consent = await aConsent(db, conference);
  const values = sql`${registration.id}, ${plain.id}, ${JSON.stringify(`I am ${words.familyName}`)}::jsonb`;
  await db.execute(sql`insert into answers values (${values})`);
  await db.execute(
    sql`insert into sensitive_answers values (${registration.id}, ${apart.id}, ${JSON.stringify(words.email)}::jsonb)`,
  );
  await db.execute(
    sql`insert into given_consents values (${registration.id}, ${consent.version.id}, now(), null)`,
  );
  await db.execute(
    sql`insert into roles (conference_id, person_id, role) values (${conference.id}, ${row.id}, 'staff')`,
  );
  await db.insert(secondFactors).values({ personId: row.id, secret: `secret of ${words.email}` });
  await db.insert(authSessions).values({
    tokenHash: `hash ${made}`,
    personId: row.id,
    expiresAt: new Date("2099-01-01T00:00:00Z"),
  });
  await db.insert(signInRequests).values({
    email: words.email,
    locale: "en",
    returnTo: "/",
    browserHash: "b",
    linkHash: `l${made}`,
    codeHash: "c",
    expiresAt: new Date("2099-01-01T00:00:00Z"),
  });
  const mail = { locale: "en", subject: `Dear ${words.familyName}`, text: words.email, html: words.email };
  await db.insert(outbox).values([
    { kind: "sign-in", recipient: words.email, ...mail },
    { kind: "registration-confirmed", personId: row.id, recipient: words.email, ...mail },
  ]);
  await db.insert(auditEntries).values([
    {
      actorNumber: row.number,
      action: "registration.made",
      subject: "registration",
      subjectId: registration.id,
    },
    {
      actorNumber: null,
      action: "registration.approved",
      subject: "registration",
      subjectId: registration.id,
      network: "198.51.100.0/24",
    },
  ]);
  return {
    person,
    row,
    registration,
    words: [words.email, words.familyName],
    ids: [row.id, registration.id],
  };
}

describe("the table of personal data", () => {
  test("lists every column of the database that is not marked as impersonal", async ({ db }) => {
    const listed = Object.values<Holding>(personalData).flatMap((holding) => holding.columns);
    const known = new Set([...listed, ...IMPERSONAL_COLUMNS]);
    const forgotten = (await columns(db)).filter(
      (name) => !known.has(name) && !IMPERSONAL.includes(name.split(".")[0] ?? ""),
    );
    expect(forgotten, "say in lib/personal-data/rules.ts what these are for, or mark them above").toEqual([]);
  });

  test("lists nothing twice and nothing that is not there", async ({ db }) => {
    const listed = Object.values<Holding>(personalData).flatMap((holding) => [...holding.columns]);
    expect(new Set(listed).size).toBe(listed.length);
    const there = new Set(await columns(db));
    expect(listed.filter((name) => !there.has(name))).toEqual([]);
  });

  test("knows for each table whose rows are whose", () => {
    const whose = { personId: "p", number: 1, email: "e" };
    for (const table of [...handedColumns().keys(), ...erasedTables()])
      expect(() => ofPerson(table, whose)).not.toThrow();
    expect(erasedTables().at(-1)).toBe("persons");
  });
});

describe("the download", () => {
  test("holds every row in which the person is found", async ({ db }) => {
    const conference = await aConference(db);
    const { person, words, ids } = await someone(db, conference);
    await someone(db, conference);
    const data = await findPersonalData(db, person, "en");
    const found = await grep(db, [...words, ...ids]);
    const tables = new Set(Object.keys(found).map((name) => name.split(".")[0] ?? ""));
    for (const table of tables) {
      const most = Math.max(
        ...Object.entries(found).flatMap(([name, count]) => (name.startsWith(`${table}.`) ? [count] : [])),
      );
      expect(data[table]?.length, table).toBeGreaterThanOrEqual(most);
    }
    expect([...tables].sort()).toEqual(
      [
        "answers",
        "audit_entries",
        "auth_sessions",
        "given_consents",
        "outbox",
        "persons",
        "registrations",
      ].concat(["roles", "second_factors", "sensitive_answers", "sign_in_requests"]),
    );
  });

  test("holds nothing of anyone else and no secret", async ({ db }) => {
    const conference = await aConference(db);
    const mine = await someone(db, conference);
    const other = await someone(db, conference);
    const text = JSON.stringify(await findPersonalData(db, mine.person, "en"));
    for (const word of [...other.words, ...other.ids]) expect(text).not.toContain(word);
    for (const secret of ["secret of", "codeHash", "code_hash", "token_hash", "198.51.100.0"])
      expect(text).not.toContain(secret);
  });

  test("becomes a line for each value", () => {
    expect(flatten({ roles: [{ role: "staff", none: null }], answers: [{ value: ["a", "b"] }] })).toEqual([
      ["roles", 1, "role", "staff"],
      ["answers", 1, "value", '["a","b"]'],
    ]);
  });
});

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
