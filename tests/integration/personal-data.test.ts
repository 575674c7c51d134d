import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { flatten } from "@/lib/csv";
import { erasedTables, handedColumns, listedColumns } from "@/lib/personal-columns/rules";
import { findPersonalData, ofPerson } from "@/lib/personal-data/queries";
import { personalData } from "@/lib/personal-data/rules";
import { aConference } from "@/tests/factories";
import { grep, someone } from "./support/traces";
import { describe, expect, test } from "./test";

// Tables that hold nothing about those who use the portal.
const IMPERSONAL = [
  "conferences",
  "windows",
  "editions",
  "rooms",
  "topics",
  "sessions",
  "released_sessions",
  // The organiser's programme on its way in.
  "imports",
  "participant_types",
  "questions",
  "consents",
  "consent_versions",
  "invitations",
  "pages",
  "news",
];
// Of tables that the table lists: columns that say nothing about the person.
const IMPERSONAL_COLUMNS = Object.entries({
  page_versions: "id page_id locale version title body created_at",
  releases: "id conference_id number name note sessions published_at created_at",
}).flatMap(([table, columns]) => columns.split(" ").map((column) => `${table}.${column}`));

async function columns(db: Database): Promise<string[]> {
  const rows = await db.execute<{ name: string }>(
    sql`select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
  );
  return rows.map(({ name }) => name);
}

describe("the table of personal data", () => {
  test("lists every column of the database that is not marked as impersonal", async ({ db }) => {
    const known = new Set([...listedColumns(), ...IMPERSONAL_COLUMNS]);
    const forgotten = (await columns(db)).filter(
      (name) => !known.has(name) && !IMPERSONAL.includes(name.split(".")[0] ?? ""),
    );
    expect(forgotten, "say in lib/personal-data/rules.ts what these are for, or mark them above").toEqual([]);
  });

  test("says of speakers and their photos that they are public, and leaves them to no account", () => {
    expect(personalData.speakers).toMatchObject({ readers: ["everyone"], kept: "conference", handed: false });
    expect(Object.keys(personalData.speakers.columns)).toEqual(
      expect.arrayContaining(["speakers", "photos", "session_speakers", "releases"]),
    );
    for (const table of ["speakers", "photos", "releases"]) expect(erasedTables()).not.toContain(table);
    expect(handedColumns().get("releases")).toEqual(["published_by"]);
  });

  test("lists nothing twice and nothing that is not there", async ({ db }) => {
    const listed = listedColumns();
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
        "feeds",
        "given_consents",
        "outbox",
        "persons",
        "registrations",
      ].concat(["roles", "second_factors", "sensitive_answers", "sign_in_requests", "stars"]),
    );
  });

  test("holds nothing of anyone else and no secret", async ({ db }) => {
    const conference = await aConference(db);
    const mine = await someone(db, conference);
    const other = await someone(db, conference);
    const text = JSON.stringify(await findPersonalData(db, mine.person, "en"));
    for (const word of [...other.words, ...other.ids]) expect(text).not.toContain(word);
    for (const secret of [
      "secret of",
      "codeHash",
      "code_hash",
      "token_hash",
      "key_hash",
      "sealed",
      "198.51.100.0",
    ])
      expect(text).not.toContain(secret);
  });

  test("becomes a line for each value", () => {
    expect(flatten({ roles: [{ role: "staff", none: null }], answers: [{ value: ["a", "b"] }] })).toEqual([
      ["roles", 1, "role", "staff"],
      ["answers", 1, "value", '["a","b"]'],
    ]);
  });
});
