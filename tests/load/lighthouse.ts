import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { freePort } from "@/db/embedded/ports";
import { launchOptions, prepareBrowser } from "@/tests/e2e/support/browser";
import type { Bench, Ground } from "./support";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
const ROUNDS = 3;

/** Lighthouse with its mobile profile (simulated slow 4G, four times slower processor); the median of three rounds. */
export async function run(ground: Ground): Promise<Bench> {
  const server = await ground.server(await ground.database());
  const home = `${server.address}/en/ecc2019`;
  const pages = {
    home,
    programme: `${home}/programme`,
    session: `${home}/programme/opening-speech`,
    register: `${home}/register`,
  };
  await prepareBrowser();
  const port = await freePort();
  const options = launchOptions();
  const browser = await chromium.launch({
    ...options,
    args: [...(options.args ?? []), `--remote-debugging-port=${port}`],
  });
  const figures: Bench["figures"] = {};
  const demands: Bench["demands"] = [];
  try {
    for (const [name, url] of Object.entries(pages)) {
      await (await fetch(url)).text();
      const scores: Record<string, number[]> = {};
      for (let round = 0; round < ROUNDS; round++) {
        const result = await lighthouse(url, {
          port,
          output: "json",
          logLevel: "error",
          onlyCategories: [...CATEGORIES],
        });
        for (const category of CATEGORIES) {
          const score = Math.round((result?.lhr.categories[category]?.score ?? 0) * 100);
          scores[category] = [...(scores[category] ?? []), score];
          if (round > 0 || score === 100 || !result) continue;
          const audits = result.lhr.categories[category]?.auditRefs ?? [];
          const short = audits.filter(
            ({ id, weight }) => weight > 0 && (result.lhr.audits[id]?.score ?? 1) < 0.9,
          );
          if (short.length > 0)
            console.log(`  ${name}, ${category}: ${short.map(({ id }) => id).join(", ")}`);
        }
      }
      for (const category of CATEGORIES) {
        const middle = [...(scores[category] ?? [])].sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
        const least = category === "performance" ? 95 : 100;
        figures[`${name}: ${category}`] = middle;
        demands.push({ sentence: `${name}: ${category} ${least} or more`, holds: middle >= least });
      }
    }
  } finally {
    await browser.close();
  }
  return { figures, demands };
}
