import { eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { photos } from "@/db/schema";

/** A picture as it is served. Whoever has its address may see it: it is drawn at random and stands on public pages. */
export async function findPhoto(executor: Executor, id: string) {
  const [photo] = await executor
    .select({ bytes: photos.bytes, mediaType: photos.mediaType })
    .from(photos)
    .where(eq(photos.id, id));
  return photo;
}
