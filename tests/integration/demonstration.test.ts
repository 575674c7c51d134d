import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { feedback, owners, persons, releasedSessions, releases } from "@/db/schema";
import { loadDemonstration } from "@/db/seed/demonstration";
import { facts } from "@/db/seed/demonstration/facts";
import { listAgenda } from "@/lib/agenda/queries";
import { overlaps } from "@/lib/agenda/rules";
import type { SessionReader } from "@/lib/auth/hosts";
import { conferenceNow } from "@/lib/clock";
import { findConference } from "@/lib/conferences/queries";
import { demonstrationTools } from "@/lib/demonstration";
import { findFeedbackSummary } from "@/lib/feedback/queries";
import { localMinute } from "@/lib/local-time";
import { listNews } from "@/lib/news/queries";
import { countPlaces } from "@/lib/places/queries";
import { openPlaces, reservedPlaces, takenPlaces } from "@/lib/places/rules";
import { listProgramme } from "@/lib/programme/queries";
import { readDraft } from "@/lib/releases/queries";
import { difference } from "@/lib/releases/rules";
import { drawTicketCode, readTicketCode } from "@/lib/tickets/mutations";
import { furnish } from "@/scripts/start/furnish";
import { expect, test } from "./test";

const tools = demonstrationTools(drawTicketCode);

/** The number of rows of each table, and a hash of what stands in them. */
async function everything(db: Database) {
  const tables = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  );
  const found: Record<string, unknown> = {};
  for (const { name } of tables) {
    const [row] = await db.execute(
      sql`select count(*)::int as rows, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${sql.identifier(name)} as t`,
    );
    found[name] = row;
  }
  return found;
}

async function load(db: Database) {
  await loadDemonstration(db, tools);
  const conference = await findConference(db, "ecc2019");
  if (!conference) throw new Error("the demonstration is not there");
  return conference;
}

test("loading the demonstration again changes nothing, also when two start at once", async ({ db }) => {
  const [first] = await Promise.all([loadDemonstration(db, tools), loadDemonstration(db, tools)]);
  const before = await everything(db);
  expect(await loadDemonstration(db, tools)).toEqual(first);
  expect(await everything(db)).toEqual(before);
  expect(first.accounts.map(({ email }) => email)).toEqual([
    "owner@example.org",
    "organiser@example.org",
    "participant@example.org",
    "newcomer@example.org",
  ]);
});

test("312 of 400 places are taken, and the desk has something to decide", async ({ db }) => {
  const conference = await load(db);
  const { places } = await countPlaces(db, conference.id, conferenceNow(conference));
  expect([takenPlaces(places), reservedPlaces(places), openPlaces(places)]).toEqual([312, 0, 88]);
  const states = await db.execute<{ state: string; count: number }>(
    sql`select state, count(*)::int as count from registrations group by state order by state`,
  );
  expect(Object.fromEntries(states.map(({ state, count }) => [state, count]))).toEqual({
    pending: 14,
    confirmed: 311,
    waitlisted: 7,
    offered: 1,
    cancelled: 23,
  });
});

test("a session is full with a waiting list, and the participant has a seat and waits for another", async ({
  db,
}) => {
  await load(db);
  const rows = await db.execute<{
    slug: string;
    seats: number;
    booked: number;
    waiting: number;
    mine: string | null;
  }>(
    sql`select t.slug, t.seats, count(*) filter (where s.state = 'booked')::int as booked,
        count(*) filter (where s.state = 'waiting')::int as waiting,
        max(s.state::text) filter (where p.email = 'participant@example.org') as mine
      from seats s join released_sessions t on t.session_id = s.session_id
      join registrations r on r.id = s.registration_id join persons p on p.id = r.person_id
      group by t.slug, t.seats order by booked`,
  );
  expect(rows.map(({ slug, ...figures }) => figures)).toEqual([
    { seats: 60, booked: 60, waiting: 6, mine: "waiting" },
    { seats: 120, booked: 64, waiting: 0, mine: null },
    { seats: 200, booked: 98, waiting: 0, mine: null },
    { seats: 120, booked: 106, waiting: 0, mine: "booked" },
  ]);
});

test("the participant's agenda shows two things at one time", async ({ db }) => {
  const conference = await load(db);
  const [shown] = await db.select().from(persons).where(eq(persons.email, "participant@example.org"));
  const entries = await listAgenda(db, { conference, personId: shown?.id ?? "" });
  expect(entries.map(({ starred, seat }) => seat ?? (starred ? "starred" : "?")).sort()).toEqual(
    ["booked", "waiting"].concat(Array(5).fill("starred")).sort(),
  );
  expect(overlaps(entries).size).toBe(1);
});

test("every participant is invented: all addresses belong to nobody, all are registered before the clock", async ({
  db,
}) => {
  const conference = await load(db);
  const [strange] = await db.execute(sql`
    select (select count(*)::int from persons where email !~ '^[a-z0-9.]+@example\\.org$') as addresses,
      (select count(*)::int from registrations where registered_at > ${conference.clockSetAt?.toISOString()}::timestamptz
        or registered_at < '2019-02-15T07:00:00Z') as moments,
      (select count(*)::int from registrations a join registrations b
        on a.conference_id = b.conference_id and a.arrival < b.arrival and a.registered_at > b.registered_at) as disorder`);
  expect(strange).toEqual({ addresses: 0, moments: 0, disorder: 0 });
});

test("tickets are the portal's own, and no type has more than it takes", async ({ db }) => {
  await load(db);
  const codes = await db.execute<{ code: string }>(
    sql`select ticket_code as code from registrations where ticket_code is not null`,
  );
  expect(codes.length).toBeGreaterThan(311);
  for (const { code } of codes) expect(readTicketCode(code)).toBe(code);
  const full = await db.execute(sql`
    select t.name from participant_types t join registrations r on r.type_id = t.id
    where r.state in ('confirmed', 'offered') and t.capacity is not null
    group by t.id having count(*) > t.capacity`);
  expect([...full]).toEqual([]);
});

test("what is dated after the clock is not told yet", async ({ db }) => {
  const conference = await load(db);
  const now = await listNews(db, conference, "en");
  expect(now).toHaveLength(4);
  const later = await listNews(db, { ...conference, clockSetAt: new Date("2019-04-02T08:00:00Z") }, "ro");
  expect(later).toHaveLength(5);
});

test("every text stands in all four languages", async ({ db }) => {
  await load(db);
  const short = await db.execute(sql`
    select slug from pages join page_versions on page_id = pages.id group by slug having count(distinct locale) < 4
    union all select slug from news where not (title ?& array['en', 'ro', 'fr', 'de'] and body ?& array['en', 'ro', 'fr', 'de'])
    union all select label ->> 'en' from questions where not label ?& array['en', 'ro', 'fr', 'de']
    union all select name ->> 'en' from participant_types where not name ?& array['en', 'ro', 'fr', 'de']
    union all select name ->> 'en' from topics where not name ?& array['en', 'ro', 'fr', 'de']
    union all select wording ->> 'en' from consent_versions where not wording ?& array['en', 'ro', 'fr', 'de']`);
  expect([...short]).toEqual([]);
});

test("the programme came in two releases, and the public sees what the data file says", async ({ db }) => {
  const { id, locale } = await load(db);
  const rows = await db.select().from(releases).where(eq(releases.conferenceId, id)).orderBy(releases.number);
  const [first, second] = rows;
  if (!first || !second) throw new Error("two releases were asked for");
  expect(rows).toHaveLength(2);
  expect(second.content).toEqual(await readDraft(db, { id }));
  const changes = difference(first.content, second.content).sessions;
  expect(changes.map(({ entry, changes: some }) => [entry, some.map(({ what }) => what)])).toEqual([
    ["changed", ["moved", "room"]],
    ["added", []],
  ]);
  const shown = await listProgramme(db, { id, locale }, "en");
  expect(shown).toHaveLength(facts.sessions.length);
  for (const { title, day, start, room } of facts.sessions)
    expect(
      shown.map((one) => [one.title, localMinute(one.startsAt, "Europe/Bucharest"), one.room?.name]),
    ).toContainEqual([title, `${day}T${start}`, room]);
});

test("sessions are rated when the clock has passed them, not before, and none that names somebody", async ({
  db,
}) => {
  const conference = await load(db);
  const rated = await db
    .selectDistinct({
      id: releasedSessions.sessionId,
      slug: releasedSessions.slug,
      endsAt: releasedSessions.endsAt,
    })
    .from(releasedSessions)
    .innerJoin(feedback, eq(feedback.sessionId, releasedSessions.sessionId));
  const counts = async (clockSetAt: Date | null) => {
    const found = rated.map(({ id }) => {
      const reader = { conference: { ...conference, clockSetAt }, sessionId: id } as unknown as SessionReader;
      return findFeedbackSummary(db, reader).then(({ count, shown }) => ({ count, shown }));
    });
    return Promise.all(found);
  };
  expect((await counts(conference.clockSetAt)).map(({ count }) => count)).toEqual(rated.map(() => 0));
  for (const [index, { endsAt, slug }] of rated.entries())
    expect((await counts(endsAt))[index]?.count, slug).toBe(0);
  const after = await counts(new Date("2019-05-24T08:00:00Z"));
  expect(after.map(({ count }) => count).sort((a, b) => a - b)).toEqual([2, 22, 29, 33, 38, 41, 64, 87]);
  expect(after.filter(({ shown }) => shown === null)).toHaveLength(1);
  // Half of it is there on the evening of the second day.
  const evening = (await counts(new Date("2019-05-15T16:00:00Z"))).reduce((sum, { count }) => sum + count, 0);
  expect(evening).toBeGreaterThan(100);
  expect(evening).toBeLessThan(316);
  const wrong = await db.execute(sql`
    select s.slug from feedback f join released_sessions s on s.session_id = f.session_id
    join registrations r on r.id = f.registration_id join persons p on p.id = r.person_id
    where f.given_at <= s.ends_at or f.given_at > s.ends_at + interval '7 days' or p.email = 'participant@example.org'
      or r.state <> 'confirmed' or exists (select 1 from session_speakers x where x.session_id = s.session_id)
      or (s.seats is not null and not exists (select 1 from seats b where b.session_id = s.session_id
        and b.registration_id = r.id and b.state = 'booked'))`);
  expect([...wrong]).toEqual([]);
});

test("a demonstration that is started with the address of an owner has that owner too, however often", async ({
  db,
  url,
}) => {
  const start = () => furnish(url, "0123456789abcdef0123456789abcdef", true, "Me@Example.EU");
  await start();
  const accounts = await start();
  expect(accounts.at(-1)).toEqual({ email: "me@example.eu", role: "owner" });
  expect(accounts.map(({ email }) => email)).toContain("owner@example.org");
  const found = await db
    .select({ email: persons.email })
    .from(owners)
    .innerJoin(persons, eq(persons.id, owners.personId));
  expect(found.map(({ email }) => email).sort()).toEqual(["me@example.eu", "owner@example.org"]);
});
