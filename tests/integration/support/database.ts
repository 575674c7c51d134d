import { afterAll, inject } from "vitest";
import { closeDatabase } from "@/db/client";
import { dropDatabase, makeDatabase } from "@/tests/support/postgres";

// Runs before each test file: its own database, also for code that uses the pool of the process.
const { root, template } = inject("postgres");
const url = await makeDatabase(root, "openfloor_test", template);
process.env.DATABASE_URL = url;

afterAll(async () => {
  await closeDatabase();
  await dropDatabase(root, url);
});
