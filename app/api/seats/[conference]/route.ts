import { NextResponse } from "next/server";
import { db } from "@/db/client";
import { findGuest } from "@/lib/auth/actors";
import { SeatPress } from "@/lib/bookings/input";
import { bookSeat, giveBack } from "@/lib/bookings/mutations";
import { countPress } from "@/lib/rate-limits/mutations";
import { findSeatCountsOften } from "@/lib/seats/queries";

export const dynamic = "force-dynamic";

type Context = RouteContext<"/api/seats/[conference]">;

/** How many seats are left, by session, for static pages. A proxy in front may keep it for two seconds. */
export async function GET(_request: Request, { params }: Context) {
  const found = await findSeatCountsOften((await params).conference);
  if (!found) return NextResponse.json({ error: "unknown conference" }, { status: 404 });
  return NextResponse.json(found, { headers: { "cache-control": "public, max-age=2, s-maxage=2" } });
}

const answer = (status: number, body: object) =>
  NextResponse.json(body, { status, headers: { "cache-control": "private, no-store" } });

/**
 * A press on the panel of a static page. A post from another site does not come this far: the server refuses a
 * foreign Origin before any route (server/refuse.mjs). The codes of what could not be done are those of errors.
 */
export async function POST(request: Request, { params }: Context) {
  const guest = await findGuest((await params).conference);
  if (!guest) return answer(401, { error: "signed-out" });
  const input = SeatPress.safeParse(await request.json().catch(() => null));
  if (!input.success) return answer(400, { error: "invalid" });
  const pressed = await countPress(guest);
  if (!pressed.ok) return answer(429, { error: pressed.code });
  const { press, session } = input.data;
  const result = press === "book" ? await bookSeat(db, guest, session) : await giveBack(db, guest, session);
  // Not 409: an answer that is expected is no error in the reader's console.
  if (!result.ok) return answer(200, { error: result.code });
  return answer(200, result.data ?? { state: null });
}
