import { chromium, type Page } from "@playwright/test";
import autocannon from "autocannon";
import { launchOptions, prepareBrowser } from "@/tests/e2e/support/browser";
import { aConference, aProgramme } from "@/tests/factories";
import { type Bench, type Ground, percentile, round } from "./support";

const SESSIONS = 500;
const ROOMS = 30;
const DAYS = 3;
const ROUNDS = 3;
const SECONDS = 4;
const TIMES = 12;
// As browsers ask, and as the plainest program does.
const ENCODINGS = { packed: "gzip, deflate, br", plain: "identity" };

/** Each room has a session every hour and a half; all of them have abstracts, a topic and two speakers. */
export function sessions() {
  return Array.from({ length: SESSIONS }, (_, index) => {
    const room = index % ROOMS;
    const turn = Math.floor(index / ROOMS);
    const startsAt = new Date(
      Date.UTC(2019, 4, 14 + (turn % DAYS), 6 + Math.floor(turn / DAYS) * 1.5, (room % 3) * 15),
    );
    return {
      title: `Session ${index} on the ways in which clusters work together`,
      abstract: "What was tried, what came of it, and what others can take from it. ".repeat(4),
      room: `Room ${room + 1}`,
      topic: `topic-${index % 8}`,
      kind: (["panel", "breakout", "training"] as const)[index % 3],
      speakers: [`Person ${index % 300}`, `Person ${(index + 7) % 300}`],
      startsAt,
      endsAt: new Date(startsAt.getTime() + 75 * 60_000),
    };
  });
}

async function rate(url: string, encoding: string): Promise<number> {
  const result = await autocannon({
    url,
    connections: 16,
    duration: SECONDS,
    headers: { "accept-encoding": encoding },
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} answers were not 200`);
  return result.requests.average;
}

/** From the reader's touch to the next picture, in milliseconds, each done TIMES times. */
async function interaction(page: Page, act: string): Promise<number[]> {
  return page.evaluate(
    async ([code, times]) => {
      const act = new Function("turn", String(code));
      const taken: number[] = [];
      for (let turn = 0; turn < Number(times); turn++) {
        const before = performance.now();
        act(turn);
        // The second frame begins when the first was painted.
        await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
        taken.push(performance.now() - before);
        await new Promise((rest) => setTimeout(rest, 150));
      }
      return taken;
    },
    [act, TIMES] as const,
  );
}

const ACTS = {
  "change of day": `document.querySelectorAll("[data-to]")[turn % ${DAYS}].click()`,
  filter: `const s = document.querySelector("select[name=kind]"); s.selectedIndex = turn % 4; s.dispatchEvent(new Event("input", { bubbles: true }))`,
  search: `const q = document.querySelector("[name=q]"); q.value = "Person 1".slice(0, 1 + (turn % 8)); q.dispatchEvent(new Event("input", { bubbles: true }))`,
};

/** A programme of 500 sessions in 30 rooms beside the demonstration's: per request, and in the hand. */
export async function run(ground: Ground): Promise<Bench> {
  const database = await ground.database();
  const { db } = ground.open(database);
  const conference = await aConference(db);
  await aProgramme(db, conference, { sessions: sessions() });
  const server = await ground.server(database);
  const small = `${server.address}/en/ecc2019/programme`;
  const large = `${server.address}/en/${conference.slug}/programme`;
  const figures: Bench["figures"] = {};
  const demands: Bench["demands"] = [];
  for (const [name, url] of Object.entries({ small, large })) {
    const began = performance.now();
    const page = await (await fetch(url, { headers: { "accept-encoding": "identity" } })).text();
    figures[`${name}: made anew, ms`] = round(performance.now() - began);
    figures[`${name}: HTML, kB`] = round(Buffer.byteLength(page) / 1000);
  }
  for (const [form, encoding] of Object.entries(ENCODINGS)) {
    const rates: Record<string, number[]> = { small: [], large: [] };
    for (let turn = 0; turn < ROUNDS; turn++)
      for (const [name, url] of Object.entries({ small, large }))
        rates[name]?.push(await rate(url, encoding));
    const [few, many] = [percentile(rates.small ?? [], 0.5), percentile(rates.large ?? [], 0.5)];
    figures[`small, ${form}: requests per second`] = round(few);
    figures[`large, ${form}: requests per second`] = round(many);
    figures[`${form}: ratio`] = round(many / few, 3);
    if (form === "packed")
      demands.push({ sentence: "500 sessions cost at most 20 % more per request", holds: few / many <= 1.2 });
  }

  await prepareBrowser();
  const browser = await chromium.launch(launchOptions());
  try {
    for (const [form, viewport] of Object.entries({
      phone: { width: 390, height: 844 },
      desk: { width: 1280, height: 800 },
    })) {
      const page = await browser.newPage({ viewport });
      const devtools = await page.context().newCDPSession(page);
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
      const indexed = page.waitForResponse(/search\.json/);
      await page.goto(large);
      await indexed;
      for (const [act, code] of Object.entries(ACTS)) {
        const taken = await interaction(page, code);
        figures[`${form}, ${act}: median ms`] = round(percentile(taken, 0.5));
        figures[`${form}, ${act}: slowest ms`] = round(Math.max(...taken));
        if (form === "phone")
          demands.push({
            sentence: `${act} on a phone takes less than 200 ms`,
            holds: Math.max(...taken) < 200,
          });
      }
      await page.close();
    }
  } finally {
    await browser.close();
  }
  return { figures, demands };
}
