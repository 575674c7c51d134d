import { getTranslations } from "next-intl/server";
import { db } from "@/db/client";
import { recordAudit } from "@/lib/audit/mutations";
import { requireOrganiser } from "@/lib/auth/actors";
import { csvBytes } from "@/lib/csv";
import { localMinute } from "@/lib/local-time";
import { findReleased, listLine } from "@/lib/seat-waiting-list/queries";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ conference: string; session: string }> };

/** Who has a seat in a session and who waits, as CSV. Times are the conference's local ones. */
export async function GET(_request: Request, { params }: Context) {
  const { conference: slug, session: address } = await params;
  const organiser = await requireOrganiser(slug);
  const session = await findReleased(db, organiser, address);
  if (!session) return new Response("There is no such session.\n", { status: 404 });
  const [t, people] = await Promise.all([
    getTranslations("seats.desk.columns"),
    listLine(db, organiser, session.sessionId),
  ]);
  await recordAudit(db, {
    actor: organiser,
    conferenceId: organiser.conference.id,
    action: "seats.exported",
    subject: "session",
    subjectId: session.sessionId,
    detail: { rows: people.length },
  });
  const { timeZone } = organiser.conference;
  const local = (at: Date | null) => (at ? localMinute(at, timeZone).replace("T", " ") : null);
  const names = ["number", "state", "givenName", "familyName", "organisation", "country", "email"] as const;
  const header = [...names, "ticket" as const, "asked" as const, "booked" as const].map((name) => t(name));
  let waiting = 0;
  const rows = people.map((one, index) => [
    one.state === "waiting" ? ++waiting : index + 1,
    t(one.state === "waiting" ? "isWaiting" : "isBooked"),
    one.givenName,
    one.familyName,
    one.organisation,
    one.country,
    one.email,
    one.ticketCode,
    local(one.askedAt),
    local(one.bookedAt),
  ]);
  const parts: Uint8Array[] = [];
  for await (const part of csvBytes(header, batches(rows))) parts.push(part);
  return new Response(new Blob(parts as BlobPart[]), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${slug}-${address.replace(/[^a-z0-9-]/g, "")}-seats.csv"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

async function* batches<T>(rows: T[]) {
  yield rows;
}
