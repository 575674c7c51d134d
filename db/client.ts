import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { preparing } from "./prepare";
import * as schema from "./schema";
import { type Asks, listenForSilence } from "./silence";

/** Milliseconds that one statement may take: of programs at the start of a server, and for someone who waits. */
const LONG = 15_000;
const SHORT = 8000;

function connectTo(url: string, max: number, longest: number) {
  return postgres(url, {
    max,
    idle_timeout: 60,
    connect_timeout: 5,
    // The driver's own pauses grow to 20 seconds, in which every request waits although the database is back.
    backoff: (failures) => Math.min(3 ** failures / 100, 0.5),
    onnotice: () => {},
    connection: {
      application_name: "openfloor",
      statement_timeout: longest,
      idle_in_transaction_session_timeout: LONG,
    },
  });
}

const dress = (sql: postgres.Sql, asks: Asks) =>
  drizzle(preparing(sql, asks), { schema, casing: "snake_case" });

/** Connects to the database at `url`; at most `max` connections. The caller ends `sql`. */
export function connect(url: string, max: number) {
  const sql = connectTo(url, max, LONG);
  return { sql, db: dress(sql, () => () => {}) };
}

type Connected = ReturnType<typeof connect>;
export type Database = Connected["db"];
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
/** What a query or mutation runs on: the pool or a transaction. */
export type Executor = Database | Transaction;

type Pool = { sql: postgres.Sql; asks: Asks };
// Kept on globalThis so that hot reload in development does not open a new pool each time.
const held = globalThis as unknown as { openfloorPool?: Pool };
// Not kept there: after a hot reload the tables are other ones.
const dressed = new WeakMap<Pool, Database>();

function openPool(): Pool {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is missing: start the portal with `npm start` or `npm run dev`");
  const sql = connectTo(url, Number(process.env.DATABASE_POOL ?? 12), SHORT);
  // Whoever waits is told that the database is away, nothing that waits is ever sent, and the next one who asks
  // knocks anew.
  const giveUp = () => {
    if (held.openfloorPool === pool) held.openfloorPool = undefined;
    void sql.end({ timeout: 0 });
  };
  const pool = { sql, asks: listenForSilence(giveUp) };
  return pool;
}

function open(): Database {
  held.openfloorPool ??= openPool();
  const pool = held.openfloorPool;
  const known = dressed.get(pool) ?? dress(pool.sql, pool.asks);
  dressed.set(pool, known);
  return known;
}

/** The pool of this process, opened at first use: importing this module connects to nothing. */
export const db: Database = new Proxy({} as Database, {
  get: (_, key) => {
    const target = open();
    const value = Reflect.get(target, key);
    return typeof value === "function" ? value.bind(target) : value;
  },
});

export async function closeDatabase() {
  await held.openfloorPool?.sql.end({ timeout: 5 });
  held.openfloorPool = undefined;
}
