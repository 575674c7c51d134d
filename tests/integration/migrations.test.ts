import postgres from "postgres";
import { migrate } from "@/db/migrate";
import { expect, test } from "./test";

const BUSY = "The database was too busy to be brought up to date: another program holds its tables.";

test.for([
  "drizzle.__drizzle_migrations",
  // Of the queue, which brings its tables up to date over a connection of its own.
  "graphile_worker.migrations",
])(
  "while another program holds %s, bringing the tables up to date ends with a sentence",
  async (table, { url }) => {
    const other = postgres(url, { max: 1 });
    try {
      await other.begin(async (tx) => {
        await tx.unsafe(`lock table ${table} in access exclusive mode`);
        await expect(migrate(url, 300)).rejects.toThrow(BUSY);
      });
      await migrate(url, 300);
    } finally {
      await other.end();
    }
  },
);
