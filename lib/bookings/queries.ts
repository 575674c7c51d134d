import { and, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { releasedSessions } from "@/db/schema";
import type { Guest } from "@/lib/auth/actors";

const NOBODY = "00000000-0000-0000-0000-000000000000";

/** The id of a session by its address; of none when there is no such session, which then is not found. */
export async function findReleasedId(
  executor: Executor,
  { conference }: Guest,
  slug: string,
): Promise<string> {
  const [session] = await executor
    .select({ id: releasedSessions.sessionId })
    .from(releasedSessions)
    .where(and(eq(releasedSessions.conferenceId, conference.id), eq(releasedSessions.slug, slug)));
  return session?.id ?? NOBODY;
}
