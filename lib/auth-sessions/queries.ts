import { and, desc, eq, gt } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { authSessions } from "@/db/schema";
import type { Person } from "@/lib/auth/actors";

/** Where a person is signed in; this browser first, then the latest seen. */
export async function listSessions(executor: Executor, person: Person, now: Date) {
  const rows = await executor
    .select({
      id: authSessions.tokenHash,
      browser: authSessions.browser,
      network: authSessions.network,
      createdAt: authSessions.createdAt,
      lastSeenAt: authSessions.lastSeenAt,
    })
    .from(authSessions)
    .where(and(eq(authSessions.personId, person.personId), gt(authSessions.expiresAt, now)))
    .orderBy(desc(authSessions.lastSeenAt));
  const sessions = rows.map((row) => ({ ...row, here: row.id === person.tokenHash }));
  return sessions.sort((a, b) => Number(b.here) - Number(a.here));
}
