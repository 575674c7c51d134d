import { placeData } from "@/components/conferences/conference-data";
import type { Conference } from "@/lib/conferences/queries";
import type { Locale } from "@/lib/i18n/locales";
import { excerpt } from "@/lib/news/rules";
import type { Person, ProgrammeSession } from "@/lib/programme/rules";

const person = ({ name, affiliation }: Person) => ({
  "@type": "Person",
  name,
  affiliation: affiliation ? { "@type": "Organization", name: affiliation } : undefined,
});

/** A session as a schema.org Event within the conference. `base` is the portal's own address. */
export function sessionData(
  conference: Conference & { reader: Locale },
  session: ProgrammeSession,
  base: string,
) {
  const home = `${base}/${conference.reader}/${conference.slug}`;
  const { title, abstract, startsAt, endsAt, room, seats, slug, cancelled, speakers, moderators } = session;
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    name: title,
    description: abstract ? excerpt(abstract, 300) : undefined,
    startDate: startsAt.toISOString(),
    endDate: endsAt.toISOString(),
    eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
    eventStatus: `https://schema.org/${cancelled ? "EventCancelled" : "EventScheduled"}`,
    maximumAttendeeCapacity: seats ?? undefined,
    url: `${home}/programme/${slug}`,
    image: `${home}/social/programme/${slug}`,
    location: room
      ? {
          "@type": "Place",
          name: room.name,
          containedInPlace: placeData(conference),
          address: placeData(conference).address,
        }
      : placeData(conference),
    performer: speakers.length > 0 ? speakers.map(person) : undefined,
    contributor: moderators.length > 0 ? moderators.map(person) : undefined,
    superEvent: {
      "@type": "Event",
      name: conference.name,
      startDate: conference.startsOn,
      endDate: conference.endsOn,
      url: home,
      location: placeData(conference),
    },
  };
}
