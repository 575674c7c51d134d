import { NextResponse } from "next/server";
import { db } from "@/db/client";
import { currentSession } from "@/lib/auth/session";
import { findStanding } from "@/lib/people/queries";

export const dynamic = "force-dynamic";

/**
 * For the header of static pages: who is signed in here, in the least words. 204 when nobody is; whoever has
 * not shown the second factor yet is nobody.
 */
export async function GET(request: Request) {
  const session = await currentSession();
  const headers = { "cache-control": "private, no-store" };
  if (!session || session.awaitsSecondFactor) return new NextResponse(null, { status: 204, headers });
  const slug = new URL(request.url).searchParams.get("conference") ?? "";
  return NextResponse.json(await findStanding(db, session, slug), { headers });
}
