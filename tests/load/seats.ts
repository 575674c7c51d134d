import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { conferences, participantTypes, persons, registrations, releasedSessions, seats } from "@/db/schema";
import type { Guest } from "@/lib/auth/actors";
import { bookSeat } from "@/lib/bookings/mutations";
import { ask } from "./forms";
import { type Bench, type Ground, percentile, round, signInAll } from "./support";

const PEOPLE = 400;
const SEATS = 120;
/** Two breakouts at the same time, of 120 seats each. */
const WANTED = "circular-europe";
const PARALLEL = "digitalisation-and-skills-gap";

/**
 * 400 participants press "Book a seat" of one session at once, each twice, on two servers over HTTP; then half of
 * them give back while the other half turn to a session at the same time. The negative control books without the
 * lock and must oversell, or this proves nothing.
 */
export async function run(ground: Ground): Promise<Bench> {
  const url = await ground.database();
  const { db } = ground.open(url);
  const { conference, crowd, wanted, parallel } = await lay(db);
  const cookies = await signInAll(db, crowd);
  const servers = [await ground.server(url), await ground.server(url)];
  const statuses = new Map<number, number>();
  const latencies: number[] = [];
  const positions: number[] = [];
  const press = async (person: number, what: "book" | "give-back", session: string, server: number) => {
    const address = new URL(`/api/seats/${conference.slug}`, servers[server]?.address);
    const body = JSON.stringify({ press: what, session });
    const from = performance.now();
    const answer = await ask(
      address,
      {
        method: "POST",
        headers: {
          cookie: cookies[person],
          origin: address.origin,
          "content-type": "application/json",
          "content-length": body.length,
        },
      },
      body,
    );
    latencies.push(performance.now() - from);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    return JSON.parse(answer.text) as { state?: string; position?: number };
  };

  const everyone = Array.from({ length: PEOPLE }, (_, person) => person);
  const begun = performance.now();
  await Promise.all(
    everyone.flatMap((person) =>
      [0, 1].map(async (turn) => {
        const { state, position } = await press(person, "book", wanted, (person + turn) % 2);
        if (state === "waiting" && position && turn === 0) positions.push(position);
      }),
    ),
  );
  const seconds = (performance.now() - begun) / 1000;
  const rows = await db
    .select({ state: seats.state, registrationId: seats.registrationId })
    .from(seats)
    .where(eq(seats.sessionId, wanted))
    .orderBy(asc(seats.arrival));
  const booked = rows.filter(({ state }) => state === "booked").length;
  const waiting = rows.filter(({ state }) => state === "waiting").length;
  // First come, first served: nobody waits who arrived before someone with a seat.
  const inOrder = rows.slice(0, SEATS).every(({ state }) => state === "booked");
  const first = [...latencies];

  await Promise.all(
    everyone.map((person) =>
      person % 2 ? press(person, "give-back", wanted, 0) : press(person, "book", parallel, 1),
    ),
  );
  const after = await disorder(db, [wanted, parallel]);
  const control = await overselling(ground);
  const failed = [...statuses].reduce((sum, [status, count]) => sum + (status >= 500 ? count : 0), 0);
  for (const [status, count] of statuses) console.log(`  ${count} × ${status}`);
  return {
    figures: {
      "presses a second": round((PEOPLE * 2) / seconds),
      "until all 400 had an answer, s": round(seconds, 2),
      "press p50, ms": round(percentile(first, 0.5)),
      "press p99, ms": round(percentile(first, 0.99)),
      booked,
      waiting,
      "after giving back and turning to a parallel session: most booked in one": after.most,
      "without the lock: booked for 120 seats": control,
    },
    demands: [
      { sentence: `exactly ${SEATS} booked`, holds: booked === SEATS },
      {
        sentence: `${PEOPLE - SEATS} waiting, in order of arrival`,
        holds: waiting === PEOPLE - SEATS && inOrder,
      },
      {
        sentence: "everyone who waits was told another number from 1 to 280",
        holds: new Set(positions).size === positions.length && Math.max(...positions) <= PEOPLE - SEATS,
      },
      {
        sentence: "nobody twice",
        holds: new Set(rows.map(({ registrationId }) => registrationId)).size === rows.length,
      },
      { sentence: "no answer of 500 and above", holds: failed === 0 },
      { sentence: "never more booked than there are seats, also afterwards", holds: after.most <= SEATS },
      {
        sentence: "no commitments overlap, each seat has its own",
        holds: after.overlapping === 0 && after.bare === 0,
      },
      { sentence: "nobody waits beside a free seat", holds: after.idle === 0 },
      { sentence: "without the lock it oversells (negative control)", holds: control > SEATS },
    ],
  };
}

/** 400 confirmed participants, nobody with a seat. */
async function lay(db: Database) {
  const [conference] = await db.select().from(conferences).where(eq(conferences.slug, "ecc2019"));
  if (!conference) throw new Error("The demonstration is not there");
  await db.delete(registrations);
  const [type] = await db
    .select()
    .from(participantTypes)
    .where(eq(participantTypes.conferenceId, conference.id));
  if (!type) throw new Error("The demonstration has no participant types");
  const crowd = await db
    .insert(persons)
    .values(Array.from({ length: PEOPLE }, (_, index) => ({ email: `seat${index}@example.org` })))
    .returning({ id: persons.id });
  await db.insert(registrations).values(
    crowd.map(({ id }, index) => ({
      conferenceId: conference.id,
      personId: id,
      typeId: type.id,
      state: "confirmed" as const,
      givenName: `Person ${index}`,
      familyName: "Seat",
      country: "RO",
      registeredAt: conference.clockSetAt ?? new Date(),
      confirmedAt: conference.clockSetAt ?? new Date(),
      ticketCode: id.replaceAll("-", "").slice(0, 12).toUpperCase(),
    })),
  );
  const sessions = await db
    .update(releasedSessions)
    .set({ seats: SEATS })
    .where(inArray(releasedSessions.slug, [WANTED, PARALLEL]))
    .returning({ id: releasedSessions.sessionId, slug: releasedSessions.slug });
  const idOf = (slug: string) => {
    const found = sessions.find((session) => session.slug === slug);
    if (!found) throw new Error(`The demonstration has no session ${slug}`);
    return found.id;
  };
  return { conference, crowd: crowd.map(({ id }) => id), wanted: idOf(WANTED), parallel: idOf(PARALLEL) };
}

/** What must not be: too many booked, commitments that overlap, seats without one, free seats beside who could take them. */
async function disorder(db: Database, sessionIds: string[]) {
  const counts = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(seats)
    .where(and(inArray(seats.sessionId, sessionIds), eq(seats.state, "booked")))
    .groupBy(seats.sessionId);
  const [found] = await db.execute<{ overlapping: number; bare: number; idle: number }>(sql`
    select
      (select count(*)::int from commitments a join commitments b
        on a.person_id = b.person_id and a.id < b.id and a.during && b.during) as overlapping,
      (select count(*)::int from seats s where s.state = 'booked'
        and not exists (select from commitments c where c.seat_id = s.id)) as bare,
      (select count(*)::int from seats s join released_sessions t on t.session_id = s.session_id
        join registrations r on r.id = s.registration_id
        where s.state = 'waiting'
        and t.seats > (select count(*) from seats o where o.session_id = s.session_id and o.state = 'booked')
        and not exists (select from commitments c where c.person_id = r.person_id
          and c.during && tstzrange(t.starts_at, t.ends_at))) as idle`);
  if (!found) throw new Error("The database answered nothing");
  return { most: Math.max(0, ...counts.map(({ count }) => count)), ...found };
}

/** The same mutation with its lock left out, on 40 connections: how many hold one of 120 seats afterwards. */
async function overselling(ground: Ground): Promise<number> {
  const { db } = ground.open(await ground.database(), 40);
  const { conference, crowd, wanted } = await lay(db);
  await Promise.all(
    crowd.map((personId, number) =>
      bookSeat(db, { personId, number, network: "", conference } as unknown as Guest, wanted, {
        lock: false,
      }),
    ),
  );
  return db.$count(seats, and(eq(seats.sessionId, wanted), eq(seats.state, "booked")));
}
