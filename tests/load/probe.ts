import { readdirSync, readFileSync } from "node:fs";
import http from "node:http";
import { eq, sql } from "drizzle-orm";
import { conferences, persons, registrations } from "@/db/schema";
import { formOf, submit } from "./forms";
import { layGround, signInAll } from "./support";

const ground = await layGround();
const url = await ground.database();
const { db } = ground.open(url);
await db.delete(registrations);
await db.update(conferences).set({ capacity: 400 });
await db.execute(sql`update participant_types set capacity = null, needs_approval = false`);
await db.execute(sql`update invitations set revoked_at = now()`);
const N = Number(process.env.N ?? 1000);
const crowd = await db
  .insert(persons)
  .values(Array.from({ length: N }, (_, i) => ({ email: `r${i}@example.org` })))
  .returning({ id: persons.id });
const cookies = await signInAll(
  db,
  crowd.map((c) => c.id),
);
const servers = [await ground.server(url), await ground.server(url)];
const form = await formOf(servers[0]!.address, "/en/ecc2019/register", cookies[0]!);
const cpuOf = (pid: number | string) => {
  try {
    const f = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
    return (Number(f[11]) + Number(f[12])) * 10;
  } catch {
    return 0;
  }
};
const pgs = () => {
  const m: Record<string, number> = {};
  for (const p of readdirSync("/proc"))
    if (/^\d+$/.test(p)) {
      try {
        const c = readFileSync(`/proc/${p}/cmdline`, "utf8");
        if (/postgres/.test(c) && !/node/.test(c) && /bench/.test(c)) m[p] = cpuOf(p);
      } catch {}
    }
  return m;
};
async function phase(name: string, count: number, work: (i: number) => Promise<unknown>, conc = 64) {
  const s0 = servers.map((s) => cpuOf(s.pid)),
    p0 = pgs(),
    c0 = process.cpuUsage(),
    t0 = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: conc }, async () => {
      for (let i = next++; i < count; i = next++) await work(i);
    }),
  );
  const wall = performance.now() - t0,
    s1 = servers.map((s) => cpuOf(s.pid)),
    p1 = pgs(),
    c1 = process.cpuUsage(c0);
  const srv = s1.reduce((a, b, i) => a + b - s0[i]!, 0);
  let pg = 0;
  for (const [k, v] of Object.entries(p1)) pg += v - (p0[k] ?? 0);
  console.log(
    `${name.padEnd(34)} wall/op ${(wall / count).toFixed(2)} ms   server cpu/op ${(srv / count).toFixed(2)}  pg cpu/op ${(pg / count).toFixed(2)}  client ${((c1.user + c1.system) / 1000 / count).toFixed(2)}  pgprocs ${Object.keys(p1).length} mem ${servers.map((s) => (s.memory() / 1e6).toFixed(0))}`,
  );
}
const get = (s: string, path: string, cookie = "") =>
  new Promise<number>((res, rej) =>
    http
      .get(s + path, { agent, headers: cookie ? { cookie } : {} }, (r) => {
        r.resume();
        r.on("end", () => res(r.statusCode!));
      })
      .on("error", rej),
  );
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
const S = (i: number) => servers[i % 2]!.address;
const typed = (i: number) => ({ givenName: `P ${i}`, familyName: "Rush", organisation: "A", country: "RO" });

if (process.env.MODE === "rush") {
  const presses = cookies.flatMap((cookie, i) =>
    [0, 1, 2].map((k) => ({ cookie, i, s: servers[(i + k) % 2]!.address })),
  );
  for (let k = 0; k < 1; k++)
    await phase("rush", presses.length, (j) =>
      submit(presses[j]!.s, form, presses[j]!.cookie, typed(presses[j]!.i)),
    );
} else if (process.env.MODE === "second") {
  await phase("POST first press", N, (i) => submit(S(i), form, cookies[i]!, typed(i)));
  for (let k = 0; k < 4; k++)
    await phase("POST second press", 3000, (i) => submit(S(i), form, cookies[i % N]!, typed(i)));
} else if (process.env.MODE === "first") {
  await phase("POST first press", N, (i) => submit(S(i), form, cookies[i]!, typed(i)));
} else {
  for (const round of [1, 2]) {
    await phase("health", 2000, (i) => get(S(i), "/api/health"));
    await phase("empty page", 2000, (i) => get(S(i), "/empty"));
    await phase("api/me", 2000, (i) => get(S(i), "/api/me", cookies[i % N]));
    await phase("GET register", 300, (i) => get(S(i), "/en/ecc2019/register", cookies[i % N]!));
    await phase("POST without session", 600, (i) => submit(S(i), form, "openfloor.session=nobody", typed(i)));
    if (round === 1) await phase("POST first press", N, (i) => submit(S(i), form, cookies[i]!, typed(i)));
    await phase("POST second press", 2000, (i) => submit(S(i), form, cookies[i % N]!, typed(i)));
  }
}
await ground.end();
process.exit(0);
