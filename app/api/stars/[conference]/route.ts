import { NextResponse } from "next/server";
import { db } from "@/db/client";
import { findGuest } from "@/lib/auth/actors";
import { StarsInput } from "@/lib/stars/input";
import { changeStars } from "@/lib/stars/mutations";
import { findMarks } from "@/lib/stars/queries";

export const dynamic = "force-dynamic";

const headers = { "cache-control": "private, no-store" };
const refuse = (status: number, error: string, more: Record<string, string> = {}) =>
  NextResponse.json({ error }, { status, headers: { ...headers, ...more } });

/**
 * Stars and takes stars away; answers what is marked then. A post from another site does not come this far:
 * the server refuses a foreign Origin before any route (server/refuse.mjs).
 */
export async function POST(request: Request, { params }: RouteContext<"/api/stars/[conference]">) {
  const guest = await findGuest((await params).conference);
  if (!guest) return refuse(401, "signed-out");
  const input = StarsInput.safeParse(await request.json().catch(() => null));
  if (!input.success) return refuse(400, "invalid");
  const changed = await changeStars(db, guest, input.data);
  if (!changed.ok) return refuse(429, changed.code, { "retry-after": String(changed.params?.seconds ?? 60) });
  return NextResponse.json(await findMarks(db, guest), { headers });
}
