import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { auditEntries, authSessions, feeds, outbox, secondFactors, signInRequests, stars } from "@/db/schema";
import type { Person } from "@/lib/auth/actors";
import {
  type AConference,
  aConsent,
  aPerson,
  aProgramme,
  aQuestion,
  aRegistration,
  asPerson,
} from "@/tests/factories";

/** In which columns of the whole database, jobs included, one of the words stands, and how often. */
export async function grep(db: Database, words: string[]): Promise<Record<string, number>> {
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
export async function someone(db: Database, conference: AConference) {
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
  const { sessions } = await aProgramme(db, conference, { release: false });
  const agenda = { conferenceId: conference.id, personId: row.id };
  await db.insert(stars).values(sessions.map(({ id }) => ({ ...agenda, sessionId: id })));
  await db.insert(feeds).values({ ...agenda, keyHash: `key ${made}`, sealedKey: "sealed", locale: "en" });
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
