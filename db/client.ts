import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema";

/** Connects to the database at `url`; at most `max` connections. The caller ends `sql`. */
export function connect(url: string, max: number) {
  const sql = postgres(url, {
    max,
    idle_timeout: 60,
    connect_timeout: 5,
    // The driver's own pauses grow to 20 seconds, in which every request waits although the database is back.
    backoff: (failures) => Math.min(3 ** failures / 100, 0.5),
    onnotice: () => {},
    connection: {
      application_name: "openfloor",
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 15_000,
    },
  });
  return { sql, db: drizzle(preparing(sql), { schema, casing: "snake_case" }) };
}

/**
 * Drizzle has the server parse and plan each query anew, in a round trip of its own. With this the driver
 * prepares every query that has parameters, once per connection; also inside transactions.
 */
function preparing<Client extends object>(client: Client): Client {
  return new Proxy(client, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== "function") return value;
      if (key === "unsafe")
        return (text: string, values: unknown[] = [], options: object = {}) =>
          Reflect.apply(value, target, [text, values, { ...options, prepare: values.length > 0 }]);
      if (key === "begin" || key === "savepoint")
        return (...given: unknown[]) =>
          Reflect.apply(
            value,
            target,
            given.map((part) =>
              typeof part === "function" ? (inner: object) => part(preparing(inner)) : part,
            ),
          );
      return value;
    },
  });
}

type Connected = ReturnType<typeof connect>;
export type Database = Connected["db"];
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
/** What a query or mutation runs on: the pool or a transaction. */
export type Executor = Database | Transaction;

// Kept on globalThis so that hot reload in development does not open a new pool each time.
const held = globalThis as unknown as { openfloorDatabase?: Connected };

function open(): Connected {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is missing: start the portal with `npm start` or `npm run dev`");
  held.openfloorDatabase ??= connect(url, Number(process.env.DATABASE_POOL ?? 12));
  return held.openfloorDatabase;
}

/** The pool of this process, opened at first use: importing this module connects to nothing. */
export const db: Database = new Proxy({} as Database, {
  get: (_, key) => {
    const target = open().db;
    const value = Reflect.get(target, key);
    return typeof value === "function" ? value.bind(target) : value;
  },
});

export async function closeDatabase() {
  await held.openfloorDatabase?.sql.end({ timeout: 5 });
  held.openfloorDatabase = undefined;
}
