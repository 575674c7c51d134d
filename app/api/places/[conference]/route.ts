import { NextResponse } from "next/server";
import { findPlaceCountOften } from "@/lib/conferences/queries";

export const dynamic = "force-dynamic";

/** How many places are left, for static pages. A proxy in front may keep it for two seconds. */
export async function GET(_request: Request, { params }: RouteContext<"/api/places/[conference]">) {
  const found = await findPlaceCountOften((await params).conference);
  if (!found) return NextResponse.json({ error: "unknown conference" }, { status: 404 });
  return NextResponse.json(
    { capacity: found.capacity, left: found.left },
    {
      // Nothing stale: a browser would show the number before last for as long as it asks.
      headers: { "cache-control": "public, max-age=2, s-maxage=2" },
    },
  );
}
