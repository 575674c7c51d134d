import { answerSchedule } from "@/lib/schedule/queries";

export const dynamic = "force-dynamic";

/** The programme for other programs; described in docs/schedule.md. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[locale]/[conference]/schedule.json">,
) {
  return answerSchedule(request, await params, "json");
}
