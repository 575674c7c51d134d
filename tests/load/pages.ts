import autocannon from "autocannon";
import type { Bench, Ground } from "./support";
import { round } from "./support";

const SECONDS = 8;

async function flood(url: string, options: Partial<autocannon.Options> = {}) {
  const result = await autocannon({ url, connections: 16, duration: SECONDS, ...options });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} answers were not 200, ${result.errors} failed`);
  }
  return result;
}

/** As browsers ask; a program that asks for no encoding gets some five times the bytes. */
const ways = { compressed: { "accept-encoding": "gzip, deflate, br, zstd" }, plain: {} };
const pages = { empty: "/empty", home: "/en/ecc2019", programme: "/en/ecc2019/programme" };
type Page = keyof typeof pages;
const names = Object.keys(pages) as Page[];

/**
 * Home and programme against an empty page of the same build: the machine's speed cancels out. Three rounds in
 * turn, the median of each, because neighbours on the machine come and go. The demands are on what browsers ask for.
 */
export async function run(ground: Ground): Promise<Bench> {
  const server = await ground.server(await ground.database());
  const figures: Bench["figures"] = {};
  const demands: Bench["demands"] = [];
  for (const way of ["compressed", "plain"] as const) {
    const headers = ways[way];
    const rates = await ratesOf(server.address, headers);
    for (const name of names) figures[`${name}, ${way}: requests per second`] = round(rates[name]);
    for (const name of ["home", "programme"] as const) {
      const ratio = rates[name] / rates.empty;
      figures[`${name}, ${way}: ratio to the empty page`] = round(ratio, 3);
      if (way === "plain") continue;
      demands.push({ sentence: `${name} serves 0.8 or more of the empty page`, holds: ratio >= 0.8 });
      const half = await flood(server.address + pages[name], {
        headers,
        overallRate: Math.floor(rates[name] / 2),
      });
      figures[`${name}: p99 at half rate, ms`] = half.latency.p99;
      demands.push({
        sentence: `${name} answers in under 50 ms (p99) at half of that rate`,
        holds: half.latency.p99 < 50,
      });
    }
  }
  figures["server memory after, MB"] = round(server.memory() / 1e6);
  return { figures, demands };
}

async function ratesOf(address: string, headers: Record<string, string>): Promise<Record<Page, number>> {
  const rates: Record<Page, number[]> = { empty: [], home: [], programme: [] };
  for (const name of names) await flood(address + pages[name], { headers, duration: 3 });
  for (let round = 0; round < 3; round++) {
    for (const name of names)
      rates[name].push((await flood(address + pages[name], { headers })).requests.average);
  }
  const median = (name: Page) => [...rates[name]].sort((a, b) => a - b)[1] ?? 0;
  return { empty: median("empty"), home: median("home"), programme: median("programme") };
}
