import { and, eq, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { authSessions, imports, limits, outbox, photoUploads, signInRequests } from "@/db/schema";

/** Deletes what has run out and serves nobody any more: counters, sign-in requests, sessions, imports and photos. */
export async function sweep() {
  await db.delete(limits).where(lt(limits.expiresAt, sql`now()`));
  // A day longer than valid: whoever opens an old mail is told that it has expired, not that it never was.
  await db.delete(signInRequests).where(lt(signInRequests.expiresAt, sql`now() - interval '1 day'`));
  // Their codes and links open nothing any more.
  await db
    .delete(outbox)
    .where(and(eq(outbox.kind, "sign-in"), lt(outbox.createdAt, sql`now() - interval '1 day'`)));
  await db.delete(authSessions).where(lt(authSessions.expiresAt, sql`now()`));
  await db.delete(photoUploads).where(lt(photoUploads.createdAt, sql`now() - interval '1 day'`));
  await db.delete(imports).where(lt(imports.createdAt, sql`now() - interval '1 day'`));
}
