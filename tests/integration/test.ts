import { test as base } from "vitest";
import { connect, type Database } from "@/db/client";

function addressOfFile(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("tests/integration/support/database.ts has made no database");
  return url;
}

/**
 * `url`: the address of this file's database, for a second connection or another process.
 * `db`: that database, migrated, empty at the file's first test; up to 20 connections at once.
 */
export const test = base
  .extend("url", { scope: "file" }, addressOfFile)
  .extend("db", { scope: "file" }, ({ url }, { onCleanup }): Database => {
    const { db, sql } = connect(url, 20);
    onCleanup(() => sql.end({ timeout: 5 }));
    return db;
  });

export { describe, expect } from "vitest";
