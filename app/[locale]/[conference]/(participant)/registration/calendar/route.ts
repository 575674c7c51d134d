import { db } from "@/db/client";
import { requireGuest } from "@/lib/auth/actors";
import { calendarFile, calendarResponse } from "@/lib/calendar";
import { env } from "@/lib/env";
import { isLocale } from "@/lib/i18n/locales";
import { endOfDay, instantOf } from "@/lib/local-time";
import { findOwnRegistration } from "@/lib/registrations/queries";

export const dynamic = "force-dynamic";

/** The conference as one entry for the calendar of someone who has a place, in its own time zone's days. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/[locale]/[conference]/registration/calendar">,
) {
  const { locale, conference: slug } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const { conference, personId } = await requireGuest(slug);
  const own = await findOwnRegistration(db, conference.id, personId);
  const url = `${env().BASE_URL}/${locale}/${slug}`;
  if (own?.state !== "confirmed") return Response.redirect(`${url}/registration`, 303);
  const file = calendarFile(conference.name, [
    {
      id: `${own.id}@openfloor`,
      title: conference.name,
      startsAt: instantOf(`${conference.startsOn}T00:00`, conference.timeZone),
      endsAt: endOfDay(conference.endsOn, conference.timeZone),
      place: [conference.venueName, conference.venueAddress, conference.venueCity].filter(Boolean).join(", "),
      description: `${url}/registration`,
      url,
    },
  ]);
  const response = calendarResponse(file, slug);
  response.headers.set("cache-control", "private, no-store");
  return response;
}
