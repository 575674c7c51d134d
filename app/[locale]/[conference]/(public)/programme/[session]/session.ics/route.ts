import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { db } from "@/db/client";
import { calendarFile, calendarResponse } from "@/lib/calendar";
import { loadConference } from "@/lib/conferences/queries";
import { env } from "@/lib/env";
import { programmeOf } from "@/lib/programme/queries";
import { findCurrentRelease } from "@/lib/releases/queries";
import { sessionEvents } from "@/lib/schedule-events/rules";

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
  const release = await findCurrentRelease(db, conference);
  if (!release) notFound();
  const sessions = programmeOf(release.content, conference, conference.reader);
  const session = sessions.find((one) => one.slug === slug);
  if (!session) notFound();
  const t = await getTranslations({ locale: conference.reader, namespace: "programme" });
  const events = sessionEvents(conference, [session], release, {
    base: env().BASE_URL,
    cancelled: t("cancelled"),
  });
  return calendarResponse(calendarFile(conference.name, events), session.slug);
}
