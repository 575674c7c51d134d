import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { enqueue } from "@/lib/jobs/enqueue";
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
