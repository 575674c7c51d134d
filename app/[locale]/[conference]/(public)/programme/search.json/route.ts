import { db } from "@/db/client";
import { loadConference } from "@/lib/conferences/queries";
import { listProgramme } from "@/lib/programme/queries";
import { searchIndex } from "@/lib/programme-filter/rules";

export const dynamic = "force-static";
export const revalidate = 60;
export const generateStaticParams = () => [];

/** What the programme page searches in. Asked for only when somebody is about to. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/[locale]/[conference]/programme/search.json">,
) {
  const conference = await loadConference(await params);
  return Response.json(searchIndex(await listProgramme(db, conference, conference.reader)));
}
