import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { persons, roles } from "@/db/schema";
import { aConference, aProgramme } from "@/tests/factories";
import { ask, formOf, submit } from "./forms";
import { sessions } from "./programme";
import { type Bench, type Ground, processorTime, round, signInAll } from "./support";

const PEOPLE = 5000;
const STARS = 20;
const MOVED = 100;
const ROOMS_CHANGED = 50;
const CANCELLED = 10;

/**
 * 500 sessions and 5,000 people with 20 stars each; then a draft that moves 100 sessions, takes 50 others to
 * another room and cancels 10 more. Answers whom that concerns.
 */
async function starredProgramme(db: Database) {
  const conference = await aConference(db);
  const programme = await aProgramme(db, conference, { sessions: sessions() });
  await db.execute(sql`
    insert into persons (email, given_name, locale)
    select 'star' || g || '@load.example.org', 'Ștefan', (array['en', 'ro', 'fr', 'de'])[1 + g % 4]
    from generate_series(1, ${PEOPLE}) g`);
  // Steps that share no divisor with 500: twenty different sessions each, and no two people with the same twenty.
  await db.execute(sql`
    with s as (select session_id as id, row_number() over (order by slug) - 1 as n from released_sessions
      where conference_id = ${conference.id}),
    p as (select id, row_number() over (order by number) as n from persons where email like 'star%@load.example.org')
    insert into stars (conference_id, person_id, session_id)
    select ${conference.id}, p.id, s.id from p, generate_series(0, ${STARS - 1}) g
    join s on true where s.n = (p.n * 7 + g * (2 * (p.n % 50) + 3) * 11) % 500 on conflict do nothing`);
  const ids = programme.sessions.map(({ id }) => id);
  const moved = ids.slice(0, MOVED);
  const elsewhere = ids.slice(MOVED, MOVED + ROOMS_CHANGED);
  const cancelled = ids.slice(MOVED + ROOMS_CHANGED, MOVED + ROOMS_CHANGED + CANCELLED);
  const among = (some: string[]) =>
    sql`id in (select json_array_elements_text(${JSON.stringify(some)}::json)::uuid)`;
  await db.execute(sql`
    update sessions set starts_at = starts_at + interval '20 minutes', ends_at = ends_at + interval '20 minutes',
      version = version + 1 where ${among(moved)}`);
  await db.execute(sql`
    update sessions set room_id = (select r.id from rooms r where r.conference_id = sessions.conference_id
      and r.id <> sessions.room_id order by r.id limit 1), version = version + 1 where ${among(elsewhere)}`);
  await db.execute(
    sql`update sessions set cancelled_at = now(), version = version + 1 where ${among(cancelled)}`,
  );
  await db.execute(sql`vacuum analyze`);
  const changed = JSON.stringify([...moved, ...elsewhere, ...cancelled]);
  const concerned = await db.execute<{ email: string }>(sql`
    select distinct p.email from stars s join persons p on p.id = s.person_id
    where s.session_id in (select json_array_elements_text(${changed}::json)::uuid)`);
  const [stars] = await db.execute<{ count: number }>(sql`select count(*)::int as count from stars
    where conference_id = ${conference.id}`);
  return { conference, concerned: concerned.map(({ email }) => email), stars: stars?.count ?? 0 };
}

/** Milliseconds that others waited at most for a small answer, asked again and again until `stop`. */
function waitMeanwhile(address: string) {
  let running = true;
  let longest = 0;
  const asking = (async () => {
    while (running) {
      const from = performance.now();
      await ask(new URL("/api/health", address), {});
      longest = Math.max(longest, performance.now() - from);
      await new Promise((rest) => setTimeout(rest, 20));
    }
  })();
  return async () => {
    running = false;
    await asking;
    return longest;
  };
}

/** An organiser looks at what publishing would do, and publishes, over HTTP and without JavaScript. */
export async function run(ground: Ground): Promise<Bench> {
  const database = await ground.database();
  const { db } = ground.open(database);
  const { conference, concerned, stars } = await starredProgramme(db);
  const [organiser] = await db.select().from(persons).where(eq(persons.email, "organiser@example.org"));
  if (!organiser) throw new Error("The demonstration has no organiser");
  await db
    .insert(roles)
    .values({ conferenceId: conference.id, personId: organiser.id, role: "organiser" as const });
  const [cookie = ""] = await signInAll(db, [organiser.id]);
  const server = await ground.server(database);
  const path = `/en/${conference.slug}/admin/programme/releases/publish`;
  // Another page of the desk first: what is measured is the release, not the first page of a server.
  await ask(new URL(`/en/${conference.slug}/admin/programme/releases`, server.address), {
    headers: { cookie },
  });
  const before = server.memory();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, server.memory());
  }, 20);
  const previewed = performance.now();
  const form = await formOf(server.address, path, cookie, "seen");
  const preview = performance.now() - previewed;
  const others = waitMeanwhile(server.address);
  const published = performance.now();
  const cost = processorTime(server.pid);
  const answer = await submit(server.address, form, cookie, { name: "Rooms and times", note: "" });
  const publish = performance.now() - published;
  const worked = processorTime(server.pid) - cost;
  const waited = await others();
  clearInterval(watch);
  if (answer.status !== 303)
    throw new Error(`Publishing answered ${answer.status}: ${answer.text.slice(0, 500)}`);
  const mails = await db.execute<{ recipient: string; bytes: number }>(sql`
    select recipient, length(html) as bytes from outbox
    where conference_id = ${conference.id} and kind = 'release-changes'`);
  const told = mails.map(({ recipient }) => recipient);
  const exactly = told.length === concerned.length && new Set([...told, ...concerned]).size === told.length;
  return {
    figures: {
      stars,
      "people who starred what changed": concerned.length,
      mails: told.length,
      "preview, ms": round(preview, 0),
      "publishing, ms": round(publish, 0),
      // What the machine's other work does not change, as it does the time on the clock.
      "publishing: processor time of the server, ms": round(worked * 1000, 0),
      "longest that another answer took meanwhile, ms": round(waited, 0),
      "memory of the server before, MB": round(before / 1e6, 0),
      "memory of the server at most, MB": round(most / 1e6, 0),
    },
    demands: [
      { sentence: `${PEOPLE * STARS} stars`, holds: stars === PEOPLE * STARS },
      { sentence: "one mail for each who starred what changed, and for nobody else", holds: exactly },
      { sentence: "the answer says so", holds: answer.location.endsWith(`mails=${concerned.length}`) },
      { sentence: "publishing takes less than 5 seconds", holds: publish < 5000 },
      { sentence: "nobody else waits longer than half a second", holds: waited < 500 },
      { sentence: "server memory under 350 MB", holds: most < 350e6 },
    ],
  };
}
