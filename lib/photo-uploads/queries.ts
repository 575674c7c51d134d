import { and, eq, gt, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { photoUploads } from "@/db/schema";
import { isId } from "@/lib/address";
import type { Organiser } from "@/lib/auth/actors";
import { keyedHash } from "@/lib/auth/hash";

/** Whose an upload is, without a name in the table: another for each upload, for anyone but its owner a riddle. */
export const holderOf = ({ personId }: Organiser, id: string) =>
  keyedHash("photo upload", `${id} ${personId}`);

/** A picture that this organiser uploaded within a day, into a form that was then refused. */
export async function findUpload(executor: Executor, organiser: Organiser, id: string) {
  if (!isId(id)) return undefined;
  const [found] = await executor
    .select({
      bytes: photoUploads.bytes,
      mediaType: photoUploads.mediaType,
      width: photoUploads.width,
      height: photoUploads.height,
    })
    .from(photoUploads)
    .where(
      and(
        eq(photoUploads.id, id),
        eq(photoUploads.conferenceId, organiser.conference.id),
        eq(photoUploads.holderHash, holderOf(organiser, id)),
        gt(photoUploads.createdAt, sql`now() - interval '1 day'`),
      ),
    );
  return found;
}
