import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import journal from "@/db/migrations/meta/_journal.json";
import { isStopping } from "@/lib/shutdown";
import { isWorking } from "./worker";

const PATIENCE = 1500;
type Part = "ok" | "away" | "outdated" | "stopping" | "not running";

/** Asks each part this server needs; answers within two seconds, whatever they do, and never throws. */
export async function readiness(): Promise<{ ready: boolean; parts: Record<string, Part> }> {
  const database = await askDatabase();
  const parts: Record<string, Part> = {
    server: isStopping() ? "stopping" : "ok",
    database: database.answers ? "ok" : "away",
    migrations: !database.answers ? "away" : database.migrated ? "ok" : "outdated",
    queue: !database.answers ? "away" : isWorking() ? "ok" : "not running",
  };
  return { ready: Object.values(parts).every((part) => part === "ok"), parts };
}

async function askDatabase(): Promise<{ answers: boolean; migrated: boolean }> {
  const newest = Math.max(0, ...journal.entries.map((entry) => entry.when));
  const asked = applied().then(
    (at) => ({ answers: true, migrated: at >= newest }),
    (error) => ({ answers: missesTables(error), migrated: false }),
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<{ answers: boolean; migrated: boolean }>((resolve) => {
    timer = setTimeout(() => resolve({ answers: false, migrated: false }), PATIENCE);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** When the newest applied migration was made, in milliseconds. */
async function applied(): Promise<number> {
  const [row] = await db.execute<{ at: string | null }>(
    sql`select max(created_at) as at from drizzle.__drizzle_migrations`,
  );
  return Number(row?.at ?? 0);
}

const missesTables = (error: unknown) =>
  error instanceof Error && (error.cause as { code?: string } | undefined)?.code === "42P01";
