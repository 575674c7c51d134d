import { isOutage } from "@/db/outage";

type Waiting<Item, Answer> = {
  item: Item;
  resolve: (answer: Answer) => void;
  reject: (reason: unknown) => void;
};

/**
 * Lets many callers share one piece of work. A caller who comes while nothing is under way goes at once and
 * alone; those who come meanwhile go together in the next round, in order of arrival. So each answer rests on
 * what was read after its caller asked, and a crowd costs a few rounds instead of one for each.
 *
 * `work` answers the items in their order. When a round of several fails, each is tried on its own, so that
 * nobody fails for somebody else; when the database is away, everyone is told at once, those in line too.
 */
export function together<Item, Answer>(
  work: (items: Item[]) => Promise<Answer[]>,
  atMost = 32,
): (item: Item) => Promise<Answer> {
  const line: Waiting<Item, Answer>[] = [];
  let under = false;

  async function round(taken: Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await work(taken.map(({ item }) => item));
      taken.forEach(({ resolve, reject }, index) => {
        if (index in answers) resolve(answers[index] as Answer);
        else reject(new Error("A round left an item without an answer"));
      });
    } catch (error) {
      const away = isOutage(error);
      if (away) for (const { reject } of line.splice(0)) reject(error);
      if (away || taken.length === 1) for (const { reject } of taken) reject(error);
      else for (const one of taken) await round([one]);
    }
  }

  async function run() {
    under = true;
    while (line.length > 0) await round(line.splice(0, atMost));
    under = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      line.push({ item, resolve, reject });
      if (!under) void run();
    });
}
