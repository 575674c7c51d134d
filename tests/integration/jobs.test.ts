import { inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { registrations } from "@/db/schema";
import { enqueue } from "@/lib/jobs/enqueue";
import { offers } from "@/lib/jobs/offers";
import { aConference, aRegistration } from "@/tests/factories";
import { refuse } from "./support/refusal";
import { expect, test } from "./test";

async function keys(db: Database): Promise<string[]> {
  const jobs = await db.execute<{ key: string }>(
    sql`select key from graphile_worker.jobs where key like 'test:%' order by key`,
  );
  return jobs.map(({ key }) => key);
}

test("a job is there when its transaction commits, and never when it does not", async ({ db }) => {
  await db.transaction(async (tx) => {
    await enqueue(tx, "sweep", {}, { key: "test:kept" });
    expect(await keys(db), "before the commit nobody sees it").toEqual([]);
  });
  const failed = db.transaction(async (tx) => {
    await enqueue(tx, "sweep", {}, { key: "test:lost" });
    throw new Error("the mutation fails after it");
  });
  await expect(failed).rejects.toThrow("the mutation fails after it");
  expect(await keys(db)).toEqual(["test:kept"]);
});

test("a job of the same key is one job", async ({ db }) => {
  await Promise.all([1, 2, 3].map(() => enqueue(db, "sweep", {}, { key: "test:same" })));
  expect((await keys(db)).filter((key) => key === "test:same")).toHaveLength(1);
});

test("what is wrong with one conference does not keep the offers of the others from ending, and is told", async ({
  db,
}) => {
  const over = { state: "offered", offeredUntil: new Date("2019-03-19T08:00:00Z") } as const;
  for (const _ of [1, 2, 3]) await aRegistration(db, await aConference(db), over);
  const left = () =>
    db
      .selectDistinct({ id: registrations.conferenceId })
      .from(registrations)
      .where(inArray(registrations.state, ["offered", "waitlisted"]));
  const [first] = await left();
  if (!first) throw new Error("No offer was written");
  const mend = await refuse(db, "registrations", "conference_id", first.id);
  await expect(offers()).rejects.toThrow();
  expect(await left(), "the one whose turn comes first").toEqual([first]);
  await mend();
  await offers();
  expect(await left()).toEqual([]);
});
