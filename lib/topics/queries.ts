import { asc, eq, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { sessions, topics } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";

// Written out: in a query of one table drizzle leaves the table's name away, and in a subquery that is another id.
const ownId = sql.raw('"topics"."id"');

/** The draft's topics in their order, with how many sessions are about each. */
export async function listDraftTopics(executor: Executor, { conference }: Organiser) {
  return executor
    .select({
      id: topics.id,
      name: topics.name,
      colour: topics.colour,
      version: topics.version,
      sessions: sql<number>`(select count(*)::int from ${sessions}
        where ${sessions.topicId} = ${ownId} and ${sessions.removedAt} is null)`,
    })
    .from(topics)
    .where(eq(topics.conferenceId, conference.id))
    .orderBy(asc(topics.position), asc(topics.id));
}

export type DraftTopic = Awaited<ReturnType<typeof listDraftTopics>>[number];
