import { agendaCalendar } from "@/components/agenda/agenda-calendar";
import { db } from "@/db/client";
import { findReleaseStamp, listAgenda } from "@/lib/agenda/queries";
import { requireGuest } from "@/lib/auth/actors";
import { calendarResponse } from "@/lib/calendar";
import { env } from "@/lib/env";
import { isLocale } from "@/lib/i18n/locales";

export const dynamic = "force-dynamic";

/** My agenda as it is now, as a file. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/[locale]/[conference]/agenda/calendar">,
) {
  const { locale, conference: slug } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const guest = await requireGuest(slug);
  const [entries, release] = await Promise.all([
    listAgenda(db, guest),
    findReleaseStamp(db, guest.conference),
  ]);
  const file = await agendaCalendar(guest.conference, locale, entries, release, env().BASE_URL);
  const response = calendarResponse(file, `${slug}-agenda`);
  response.headers.set("cache-control", "private, no-store");
  return response;
}
