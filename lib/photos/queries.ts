import { and, eq, inArray, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { photos, releases, speakers } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";

/** A picture as it is served. Whoever has its address may see it: it is drawn at random and stands on public pages. */
export async function findPhoto(executor: Executor, id: string) {
  const [photo] = await executor
    .select({ bytes: photos.bytes, mediaType: photos.mediaType })
    .from(photos)
    .where(eq(photos.id, id));
  return photo;
}

/** Which of these pictures there are. A release keeps the id of one that was erased. */
export async function listPresent(executor: Executor, conference: { id: string }, ids: string[]) {
  if (ids.length === 0) return new Set<string>();
  const found = await executor
    .select({ id: photos.id })
    .from(photos)
    .where(and(eq(photos.conferenceId, conference.id), inArray(photos.id, ids)));
  return new Set(found.map(({ id }) => id));
}

export type KeptPhoto = { id: string; names: string[]; draft: boolean; releases: number };

/** Every picture of a conference, with who is on it in the draft and in releases, and in how many of these. */
export async function listKeptPhotos(executor: Executor, { conference }: Organiser): Promise<KeptPhoto[]> {
  const rows = await executor.execute<KeptPhoto>(sql`
    with shown as (
      select photo_id::text as photo, name, 0 as number from ${speakers}
      where conference_id = ${conference.id} and photo_id is not null
      union all
      select speaker ->> 'photoId', speaker ->> 'name', number
      from ${releases}, jsonb_array_elements(content -> 'speakers') as speaker
      where conference_id = ${conference.id} and speaker ->> 'photoId' is not null
    )
    select id, coalesce(array_agg(distinct name order by name) filter (where name is not null), '{}') as names,
      coalesce(bool_or(number = 0), false) as draft, (count(distinct number) filter (where number > 0))::int as releases
    from ${photos} left join shown on photo = id::text
    where conference_id = ${conference.id} group by id order by min(name), id`);
  return [...rows];
}
