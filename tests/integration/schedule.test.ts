import { closeDatabase } from "@/db/client";
import { answerSchedule, scheduleFormats } from "@/lib/schedule/queries";
import { aConference, aProgramme } from "@/tests/factories";
import { layCable } from "@/tests/support/cable";
import { test as base, expect } from "./test";

const before = process.env.DATABASE_URL;

/** The pool of a server, through a cable that counts. `db` goes another way. */
const test = base.extend("cable", async ({ db: _ }, { onCleanup }) => {
  await closeDatabase();
  const cable = await layCable(process.env.DATABASE_URL ?? "");
  process.env.DATABASE_URL = cable.url;
  onCleanup(async () => {
    await closeDatabase();
    process.env.DATABASE_URL = before;
    await cable.remove();
  });
  return cable;
});

test("whoever has the schedule already costs the database almost nothing, and whoever has not one reading", async ({
  db,
  cable,
}) => {
  const conference = await aConference(db);
  // Texts that cannot be told by a few bytes: a quarter of a million characters.
  const abstract = "A long text. ".repeat(1000);
  const size = 20 * abstract.length;
  await aProgramme(db, conference, {
    sessions: Array.from({ length: 20 }, (_, index) => ({
      title: `Talk ${index}`,
      abstract,
      startsAt: new Date(Date.UTC(2019, 4, 14, 6, index * 5)),
    })),
  });
  const ask = async (format: (typeof scheduleFormats)[number], known?: string) => {
    const from = cable.answered();
    const request = new Request("http://localhost/schedule", {
      headers: known ? { "if-none-match": known } : {},
    });
    const response = await answerSchedule(request, { conference: conference.slug }, format);
    const text = await response.text();
    return { response, text, read: cable.answered() - from };
  };
  // Whatever a connection and its first statements cost is paid before anything is counted.
  await ask("json", "*");
  for (const format of scheduleFormats) {
    const whole = await ask(format);
    expect(whole.response.status, format).toBe(200);
    expect(whole.text.match(/Talk 19/g), format).not.toBeNull();
    expect(whole.read, format).toBeGreaterThan(size);
    expect(whole.read, format).toBeLessThan(1.5 * size);
    const again = await ask(format, whole.response.headers.get("etag") ?? "");
    expect(again.response.status, format).toBe(304);
    expect(again.read, format).toBeLessThan(20_000);
  }
});

test("another release is another file", async ({ db, cable: _ }) => {
  const conference = await aConference(db);
  const tag = async () => {
    const request = new Request("http://localhost/schedule", { headers: { "if-none-match": "*" } });
    return (await answerSchedule(request, { conference: conference.slug }, "xml")).headers.get("etag");
  };
  const without = await tag();
  expect(await tag()).toBe(without);
  await aProgramme(db, conference);
  expect(await tag()).not.toBe(without);
});
