import { sql } from "drizzle-orm";
import { closeDatabase, db as pool } from "@/db/client";
import { isOutage } from "@/db/outage";
import { layCable } from "@/tests/support/cable";
import { test as base, expect } from "./test";

const before = process.env.DATABASE_URL;

/** The pool of a server, through a cable that can be frozen. `db` goes another way. */
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

const failure = async (work: Promise<unknown>) => {
  const began = Date.now();
  const error = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  return { away: isOutage(error), seconds: (Date.now() - began) / 1000 };
};

test("a database that freezes is given up in ten seconds: in a statement, in a transaction, and while waiting", {
  timeout: 60_000,
}, async ({ db, cable }) => {
  await db.execute(sql`create table frozen (id int)`);
  // All connections are there and in use.
  await Promise.all(Array.from({ length: 30 }, () => pool.execute(sql`select pg_sleep(0.05)`)));
  let inside: Promise<unknown> = Promise.resolve();
  const begun = new Promise<void>((resolve) => {
    inside = pool.transaction(async (tx) => {
      await tx.execute(sql`insert into frozen values (1)`);
      resolve();
      await new Promise((go) => setTimeout(go, 200));
      await tx.execute(sql`insert into frozen values (2)`);
    });
  });
  await begun;
  cable.freeze();
  const asked = [
    failure(inside),
    ...Array.from({ length: 300 }, () => failure(pool.execute(sql`insert into frozen values (${3})`))),
    ...Array.from({ length: 30 }, () =>
      failure(pool.transaction((tx) => tx.execute(sql`insert into frozen values (${4})`))),
    ),
  ];
  for (const { away, seconds } of await Promise.all(asked)) {
    expect(away).toBe(true);
    expect(seconds).toBeLessThan(11);
  }
  // Still frozen: whoever comes now does not wait longer either.
  const later = await failure(pool.execute(sql`insert into frozen values (${5})`));
  expect(later).toMatchObject({ away: true });
  expect(later.seconds).toBeLessThan(11);

  await cable.mend();
  await pool.execute(sql`insert into frozen values (${6})`);
  // What people were told had not been saved was not.
  expect(await db.execute(sql`select id from frozen order by id`)).toEqual([{ id: 6 }]);
});

test("a statement that is slow in a living database is no outage, however many wait for it", {
  timeout: 60_000,
}, async ({ cable: _ }) => {
  const slow = failure(pool.execute(sql`select pg_sleep(30)`));
  for (let round = 0; round < 10; round++) {
    await pool.execute(sql`select 1`);
    await new Promise((go) => setTimeout(go, 1000));
  }
  const { away, seconds } = await slow;
  expect(away).toBe(false);
  expect(seconds).toBeLessThan(9);
});
