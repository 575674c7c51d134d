import { notFound } from "next/navigation";
import { calendarOf } from "@/components/programme/session-calendar";
import { db } from "@/db/client";
import { calendarResponse } from "@/lib/calendar";
import { loadConference } from "@/lib/conferences/queries";
import { env } from "@/lib/env";
import { listProgramme } from "@/lib/programme/queries";

export const dynamic = "force-static";
export const revalidate = 60;
export const generateStaticParams = () => [];

/** One session for a calendar. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/[locale]/[conference]/programme/[session]/session.ics">,
) {
  const { session: slug, ...of } = await params;
  const conference = await loadConference(of);
  const session = (await listProgramme(db, conference, conference.reader)).find((one) => one.slug === slug);
  if (!session) notFound();
  return calendarResponse(calendarOf(conference, [session], env().BASE_URL), session.slug);
}
