import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { conferenceData } from "@/components/conferences/conference-data";
import { pageMetadata } from "@/components/conferences/page-metadata";
import { JsonLd } from "@/components/ui/json-ld";
import { loadConference } from "@/lib/conferences/queries";
import { formatDayRange } from "@/lib/dates";
import { env } from "@/lib/env";
import { localize } from "@/lib/i18n/text";
import { HomeFloor } from "./_components/home-floor";
import { HomeHero } from "./_components/home-hero";
import { HomeNews } from "./_components/home-news";
import { HomePractical } from "./_components/home-practical";
import { HomeProgramme } from "./_components/home-programme";
import { HomeSpeakers } from "./_components/home-speakers";

export async function generateMetadata({ params }: PageProps<"/[locale]/[conference]">): Promise<Metadata> {
  const conference = await loadConference(await params);
  const t = await getTranslations("home");
  const { name, startsOn, endsOn, reader, venueName, venueCity, theme, locale } = conference;
  return pageMetadata(conference, "", {
    title: name,
    description: t("description", {
      name,
      dates: formatDayRange(startsOn, endsOn, reader),
      place: [venueName, venueCity].filter(Boolean).join(", "),
      theme: localize(theme, reader, locale),
    }),
  });
}

export default async function HomePage({ params }: PageProps<"/[locale]/[conference]">) {
  const conference = await loadConference(await params);
  return (
    <>
      <JsonLd data={conferenceData(conference, env().BASE_URL)} />
      <HomeHero conference={conference} />
      <HomeFloor conference={conference} />
      <HomeProgramme conference={conference} />
      <HomeSpeakers conference={conference} />
      <HomeNews conference={conference} />
      <HomePractical conference={conference} />
    </>
  );
}
