import { type Bench, type Ground, layGround, report } from "./support";

// `npm run bench [name …]`: everything on loopback, each bench bounded in time and number.
const benches: Record<string, () => Promise<{ run: (ground: Ground) => Promise<Bench> }>> = {
  pages: () => import("./pages"),
  programme: () => import("./programme"),
  nginx: () => import("./nginx"),
  rush: () => import("./rush"),
  desk: () => import("./desk"),
  seats: () => import("./seats"),
  "seats-model": () => import("./seats-model"),
  agenda: () => import("./agenda"),
  publishing: () => import("./publishing"),
  lighthouse: () => import("./lighthouse"),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`No bench is named ${unknown.join(", ")}. There are: ${Object.keys(benches).join(", ")}.`);
  process.exit(1);
}

let missed = 0;
for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
  const ground = await layGround();
  try {
    const bench = await benches[name]?.().then(({ run }) => run(ground));
    if (!bench) continue;
    report(name, bench);
    missed += bench.demands.filter(({ holds }) => !holds).length;
  } finally {
    await ground.end();
  }
}
console.log(missed === 0 ? "\nEvery demand holds." : `\n${missed} demands were missed.`);
process.exit(missed === 0 ? 0 : 1);
