import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { socialCard } from "@/components/conferences/social-card";
import { db } from "@/db/client";
import { loadConference } from "@/lib/conferences/queries";
import { formatDayRange, formatInstant } from "@/lib/dates";
import { findNews } from "@/lib/news/queries";
import { listProgramme } from "@/lib/programme/queries";

// Drawn when first asked for and kept, as the pages are.
export const dynamic = "force-static";
export const revalidate = 3600;
export const generateStaticParams = () => [];

type Reading = Awaited<ReturnType<typeof loadConference>>;

/** The title of the page at this path below the conference, and its moment if it has one. */
async function titleOf(conference: Reading, [page, item, ...rest]: string[]) {
  const { reader, timeZone } = conference;
  // A route has no language of its own, as a page has.
  const t = await getTranslations({ locale: reader });
  if (rest.length > 0) return undefined;
  if (page === "programme" && item) {
    const sessions = await listProgramme(db, conference, reader);
    const session = sessions.find(({ slug }) => slug === item);
    return (
      session && { title: session.title, at: formatInstant(session.startsAt, "moment", reader, timeZone) }
    );
  }
  if (page === "news" && item) {
    const found = await findNews(db, conference, item, reader);
    return found && { title: found.title, at: formatInstant(found.publishedAt, "date", reader, timeZone) };
  }
  if (item) return undefined;
  const titles: Record<string, string> = {
    programme: t("programme.title"),
    speakers: t("speakers.title"),
    practical: t("pages.practical.title"),
    ideas: t("floor.title"),
    matchmaking: t("matchmaking.title"),
    awards: t("awards.title"),
    news: t("news.title"),
    register: t("registration.register"),
    privacy: t("site.footer.privacy"),
    accessibility: t("pages.accessibility.title"),
    "past-editions": t("editions.title"),
  };
  return page ? titles[page] && { title: titles[page] } : { title: conference.name };
}

/** The picture of a page, for those who share its address. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/[locale]/[conference]/social/[[...page]]">,
) {
  const { page = [], ...of } = await params;
  const conference = await loadConference(of);
  const found = await titleOf(conference, page);
  if (!found) notFound();
  const { name, shortName, startsOn, endsOn, reader, venueName, venueCity } = conference;
  const place = [venueName, venueCity].filter(Boolean).join(", ");
  const when = formatDayRange(startsOn, endsOn, reader);
  const lines = "at" in found && found.at ? [found.at, name] : [[when, place].filter(Boolean).join(" · ")];
  return socialCard({ label: page.length > 0 ? name : shortName, title: found.title, lines });
}
