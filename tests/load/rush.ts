import { and, asc, eq, sql } from "drizzle-orm";
import { authSessions, conferences, persons, registrations } from "@/db/schema";
import { formOf, submit } from "./forms";
import { overselling } from "./rush-control";
import { type Bench, type Ground, percentile, round, signInAll } from "./support";

const PEOPLE = 3000;
const SUBMITS = 3;
const PLACES = 400;
/** Requests under way at once: more would wait in the same queue, only longer. */
const AT_ONCE = 64;

/**
 * 3,000 people who each press the button three times, over HTTP, without JavaScript, on two server processes.
 * The negative control runs the same mutation without its lock and must oversell, or this proves nothing.
 */
export async function run(ground: Ground): Promise<Bench> {
  const url = await ground.database();
  const { db } = ground.open(url);
  const [conference] = await db.select().from(conferences).where(eq(conferences.slug, "ecc2019"));
  if (!conference) throw new Error("The demonstration is not there");
  await db.delete(registrations);
  await db.update(conferences).set({ capacity: PLACES });
  await db.execute(sql`update participant_types set capacity = null, needs_approval = false`);
  await db.execute(sql`update invitations set revoked_at = now()`);
  const crowd = await db
    .insert(persons)
    .values(Array.from({ length: PEOPLE }, (_, index) => ({ email: `rush${index}@example.org` })))
    .returning({ id: persons.id });
  const cookies = await signInAll(
    db,
    crowd.map(({ id }) => id),
  );
  const servers = [await ground.server(url), await ground.server(url)];
  const path = "/en/ecc2019/register";
  const first = servers[0];
  if (!first) throw new Error("No server");
  const form = await formOf(first.address, path, cookies[0] ?? "");

  // Each person's three presses begin together, on both servers.
  const presses = cookies.flatMap((cookie, person) =>
    Array.from({ length: SUBMITS }, (_, press) => ({
      cookie,
      person,
      server: servers[(person + press) % 2],
    })),
  );
  const statuses = new Map<string, number>();
  const latencies: number[] = [];
  const begun = performance.now();
  let next = 0;
  const worker = async () => {
    for (let press = presses[next++]; press; press = presses[next++]) {
      if (!press.server) continue;
      const from = performance.now();
      const answer = await submit(press.server.address, form, press.cookie, {
        givenName: `Person ${press.person}`,
        familyName: "Rush",
        organisation: "A cluster",
        country: "RO",
      });
      latencies.push(performance.now() - from);
      const outcome = `${answer.status} ${answer.location.replace(/^.*\/ecc2019/, "")}`.trim();
      statuses.set(outcome, (statuses.get(outcome) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const seconds = (performance.now() - begun) / 1000;

  const rows = await db
    .select({ state: registrations.state, personId: registrations.personId })
    .from(registrations)
    .where(and(eq(registrations.conferenceId, conference.id)))
    .orderBy(asc(registrations.arrival));
  const confirmed = rows.filter(({ state }) => state === "confirmed").length;
  const waiting = rows.filter(({ state }) => state === "waitlisted").length;
  // First come, first served: nobody waits who arrived before someone with a place.
  const inOrder = rows.slice(0, PLACES).every(({ state }) => state === "confirmed");
  const failed = [...statuses]
    .filter(([status]) => status.startsWith("5"))
    .reduce((sum, [, count]) => sum + count, 0);
  const led = [...statuses]
    .filter(([status]) => status.startsWith("303"))
    .reduce((sum, [, count]) => sum + count, 0);
  const memory = Math.max(...servers.map((server) => server.memory()));
  const perMinute = (rows.length / seconds) * 60;
  const control = await overselling(ground);
  for (const [status, count] of statuses) console.log(`  ${count} × ${status}`);
  await db.delete(authSessions);
  return {
    figures: {
      "finished registrations a minute": round(perMinute, 0),
      "submits a second": round(presses.length / seconds),
      "submit p50, ms": round(percentile(latencies, 0.5)),
      "submit p99, ms": round(percentile(latencies, 0.99)),
      confirmed,
      waiting,
      "memory of the larger server after, MB": round(memory / 1e6),
      "without the lock: confirmed for 20 places": control,
    },
    demands: [
      { sentence: `exactly ${PLACES} confirmed`, holds: confirmed === PLACES },
      {
        sentence: `${PEOPLE - PLACES} waiting, in order of arrival`,
        holds: waiting === PEOPLE - PLACES && inOrder,
      },
      {
        sentence: "nobody twice",
        holds: new Set(rows.map(({ personId }) => personId)).size === PEOPLE && rows.length === PEOPLE,
      },
      { sentence: "no answer of 500 and above", holds: failed === 0 },
      { sentence: "every press led to the registration", holds: led === presses.length },
      { sentence: "6,000 finished registrations a minute or more", holds: perMinute >= 6000 },
      { sentence: "server memory under 350 MB after the rush", holds: memory < 350e6 },
      { sentence: "without the lock it oversells (negative control)", holds: control > 20 },
    ],
  };
}
