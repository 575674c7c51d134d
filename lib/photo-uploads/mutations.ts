import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { photoUploads } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import type { Picture } from "@/lib/photos/mutations";
import { holderOf } from "./queries";

/** Keeps a picture whose form was refused, until it is sent again. */
export async function keepUpload(db: Database, organiser: Organiser, picture: Picture): Promise<string> {
  const id = randomUUID();
  const conferenceId = organiser.conference.id;
  await db.insert(photoUploads).values({ id, conferenceId, holderHash: holderOf(organiser, id), ...picture });
  return id;
}

/** What was saved, or replaced by another, is kept no longer. */
export async function dropUpload(db: Database, organiser: Organiser, id: string) {
  await db
    .delete(photoUploads)
    .where(
      and(
        eq(photoUploads.id, id),
        eq(photoUploads.conferenceId, organiser.conference.id),
        eq(photoUploads.holderHash, holderOf(organiser, id)),
      ),
    );
}
