import { NextResponse } from "next/server";
import { db } from "@/db/client";
import { findGuest } from "@/lib/auth/actors";
import { findMarks } from "@/lib/stars/queries";

export const dynamic = "force-dynamic";

const headers = { "cache-control": "private, no-store" };

/** For the cards of static pages: what of the programme is the reader's. 204 when nobody is signed in. */
export async function GET(_request: Request, { params }: RouteContext<"/api/agenda/[conference]">) {
  const guest = await findGuest((await params).conference);
  if (!guest) return new NextResponse(null, { status: 204, headers });
  return NextResponse.json(await findMarks(db, guest), { headers });
}
