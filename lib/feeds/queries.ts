import { and, eq, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { conferences, feeds, registrations } from "@/db/schema";
import type { Guest } from "@/lib/auth/actors";
import { tokenHash } from "@/lib/auth/hash";
import { unseal } from "@/lib/auth/seal";
import { log } from "@/lib/log";

/** The person's own feed. Its key is null when it was sealed under an earlier secret: then only a new one helps. */
export async function findFeed(executor: Executor, { conference, personId }: Guest) {
  const [feed] = await executor
    .select({ sealedKey: feeds.sealedKey, createdAt: feeds.createdAt })
    .from(feeds)
    .where(and(eq(feeds.conferenceId, conference.id), eq(feeds.personId, personId)));
  if (!feed) return undefined;
  try {
    return { key: unseal("feed", feed.sealedKey), createdAt: feed.createdAt };
  } catch (error) {
    log.warn({ err: error }, "the key of a feed does not open: was AUTH_SECRET changed?");
    return { key: null, createdAt: feed.createdAt };
  }
}

/** Whose calendar a key opens; undefined for none. `cancelled`: the registration was, so nothing stands in it. */
export async function findFeedByKey(executor: Executor, key: string) {
  const [feed] = await executor
    .select({
      personId: feeds.personId,
      locale: feeds.locale,
      slug: conferences.slug,
      cancelled: sql<boolean>`coalesce(${registrations.state} = 'cancelled', false)`,
    })
    .from(feeds)
    .innerJoin(conferences, eq(conferences.id, feeds.conferenceId))
    .leftJoin(
      registrations,
      and(eq(registrations.conferenceId, feeds.conferenceId), eq(registrations.personId, feeds.personId)),
    )
    .where(eq(feeds.keyHash, tokenHash(key)));
  return feed;
}
