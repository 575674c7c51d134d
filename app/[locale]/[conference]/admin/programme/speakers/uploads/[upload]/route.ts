import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { findUpload } from "@/lib/photo-uploads/queries";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ conference: string; upload: string }> };

/** A photo that waits for its form to be sent again: for the organiser who uploaded it, and for nobody else. */
export async function GET(_request: Request, { params }: Context) {
  const { conference, upload } = await params;
  const organiser = await requireOrganiser(conference);
  const found = await findUpload(db, organiser, upload);
  // Saved, replaced, older than a day, or not theirs: it is not said which.
  if (!found) return new Response(null, { status: 410, headers: { "cache-control": "private, no-store" } });
  return new Response(new Uint8Array(found.bytes), {
    headers: {
      "content-type": found.mediaType,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
    },
  });
}
