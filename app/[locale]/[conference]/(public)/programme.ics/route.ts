import { calendarOf } from "@/components/programme/session-calendar";
import { db } from "@/db/client";
import { calendarResponse } from "@/lib/calendar";
import { loadConference } from "@/lib/conferences/queries";
import { env } from "@/lib/env";
import { listProgramme } from "@/lib/programme/queries";

export const dynamic = "force-static";
export const revalidate = 60;
export const generateStaticParams = () => [];

/** The whole programme for a calendar. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/[locale]/[conference]/programme.ics">,
) {
  const conference = await loadConference(await params);
  const sessions = await listProgramme(db, conference, conference.reader);
  return calendarResponse(calendarOf(conference, sessions, env().BASE_URL), conference.slug);
}
