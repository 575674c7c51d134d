import { db } from "@/db/client";
import { isId } from "@/lib/address";
import { findPhoto } from "@/lib/photos/queries";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ id: string }> };

/**
 * A photo of a speaker. It is never changed under its address, so browsers and proxies may keep it: for a day, because
 * it is gone when who is on it asked for that.
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const photo = isId(id) ? await findPhoto(db, id) : undefined;
  if (!photo) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(new Uint8Array(photo.bytes), {
    headers: {
      "content-type": photo.mediaType,
      "cache-control": "public, max-age=86400, immutable",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
    },
  });
}
