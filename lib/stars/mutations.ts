import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Database } from "@/db/client";
import { releasedSessions, stars } from "@/db/schema";
import type { Guest } from "@/lib/auth/actors";
import { realNow } from "@/lib/clock";
import { countAgainst } from "@/lib/rate-limits/mutations";
import type { Limit } from "@/lib/rate-limits/rules";
import { ok, type Result } from "@/lib/result";
import type { StarsInput } from "./input";

const presses: Limit = { name: "stars", max: 240, seconds: 60 };

/**
 * Marks sessions in a person's agenda, and takes marks away. Only sessions that the public sees take a star;
 * ids of others, of other conferences and of breaks are passed over. Harmless twice. Fails with "too-many".
 */
export async function changeStars(
  db: Database,
  { conference, personId }: Guest,
  { add, remove }: z.infer<typeof StarsInput>,
): Promise<Result> {
  const counted = await countAgainst(db, presses, personId, realNow());
  if (!counted.ok) return counted;
  await db.transaction(async (tx) => {
    if (remove.length > 0)
      await tx
        .delete(stars)
        .where(
          and(
            eq(stars.conferenceId, conference.id),
            eq(stars.personId, personId),
            inArray(stars.sessionId, remove),
          ),
        );
    if (add.length > 0)
      await tx
        .insert(stars)
        .select(
          tx
            .select({
              conferenceId: releasedSessions.conferenceId,
              personId: sql<string>`${personId}::uuid`.as("person_id"),
              sessionId: releasedSessions.sessionId,
              createdAt: sql<Date>`now()`.as("created_at"),
            })
            .from(releasedSessions)
            .where(
              and(
                eq(releasedSessions.conferenceId, conference.id),
                inArray(releasedSessions.sessionId, add),
                ne(releasedSessions.kind, "break"),
              ),
            ),
        )
        .onConflictDoNothing();
  });
  return ok(undefined);
}
