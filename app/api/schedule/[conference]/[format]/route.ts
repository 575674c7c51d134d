import { answerSchedule, scheduleFormats } from "@/lib/schedule/queries";

export const dynamic = "force-dynamic";

/** What /[conference]/schedule.json, .xml and .ics lead to: without a language in the address, the conference's own. */
export async function GET(request: Request, { params }: RouteContext<"/api/schedule/[conference]/[format]">) {
  const { conference, format } = await params;
  const known = scheduleFormats.find((each) => each === format);
  if (!known) return new Response("There is no such format.\n", { status: 404 });
  return answerSchedule(request, { conference }, known);
}
