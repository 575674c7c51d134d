import { createHash } from "node:crypto";
import { agendaCalendar } from "@/components/agenda/agenda-calendar";
import { db } from "@/db/client";
import { findReleaseStamp, listAgenda } from "@/lib/agenda/queries";
import { clientAddress, limitKey } from "@/lib/auth/network";
import { calendarResponse } from "@/lib/calendar";
import { realNow } from "@/lib/clock";
import { findConference } from "@/lib/conferences/queries";
import { env } from "@/lib/env";
import { findFeedByKey } from "@/lib/feeds/queries";
import { feedReads, keyOf, strangeKeys } from "@/lib/feeds/rules";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { countAgainst } from "@/lib/rate-limits/mutations";
import type { Limit } from "@/lib/rate-limits/rules";

export const dynamic = "force-dynamic";

async function tooMany(limit: Limit, subject: string): Promise<Response | undefined> {
  const counted = await countAgainst(db, limit, subject, realNow());
  if (counted.ok) return;
  const headers = { "retry-after": String(counted.params?.seconds ?? 3600), "cache-control": "no-store" };
  return new Response("Too many requests.\n", { status: 429, headers });
}

/**
 * A person's agenda for programs that subscribe to it. The key in the address is the proof, and all that is
 * asked for; a key that was revoked or never given is answered alike.
 */
export async function GET(request: Request, { params }: RouteContext<"/feeds/[key]">) {
  const key = keyOf((await params).key);
  const feed = key && (await findFeedByKey(db, key));
  const conference = feed && (await findConference(db, feed.slug));
  if (!key || !feed || !conference) {
    const refused = await tooMany(strangeKeys, limitKey(await clientAddress()));
    return (
      refused ??
      new Response("No such calendar.\n", { status: 404, headers: { "cache-control": "no-store" } })
    );
  }
  const refused = await tooMany(feedReads, key);
  if (refused) return refused;
  const whose = { personId: feed.personId, conference };
  // Who cancelled keeps a calendar that works, with nothing in it, until they take it out themselves.
  const [entries, release] = await Promise.all([
    feed.cancelled ? [] : listAgenda(db, whose),
    findReleaseStamp(db, conference),
  ]);
  const locale = isLocale(feed.locale) ? feed.locale : defaultLocale;
  const file = await agendaCalendar(conference, locale, entries, release, env().BASE_URL);
  const etag = `"${createHash("sha256").update(file).digest("base64url")}"`;
  const headers = { etag, "cache-control": "private, no-cache", "x-robots-tag": "noindex" };
  if (request.headers.get("if-none-match")?.includes(etag))
    return new Response(null, { status: 304, headers });
  const response = calendarResponse(file, conference.slug);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}
