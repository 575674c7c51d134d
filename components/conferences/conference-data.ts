import type { Conference } from "@/lib/conferences/queries";
import type { Locale } from "@/lib/i18n/locales";
import { localize } from "@/lib/i18n/text";

type Reading = Conference & { reader: Locale };

/** The place of a conference as schema.org says it. */
export function placeData({ venueName, venueAddress, venueCity, venueCountry }: Reading) {
  return {
    "@type": "Place",
    name: venueName || venueCity,
    address: {
      "@type": "PostalAddress",
      streetAddress: venueAddress || undefined,
      addressLocality: venueCity || undefined,
      addressCountry: venueCountry ?? undefined,
    },
  };
}

/** The conference as a schema.org Event. `base` is the portal's own address. */
export function conferenceData(conference: Reading, base: string) {
  const { slug, name, startsOn, endsOn, theme, locale, reader, organisers, capacity } = conference;
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    name,
    description: localize(theme, reader, locale) || undefined,
    startDate: startsOn,
    endDate: endsOn,
    eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
    eventStatus: "https://schema.org/EventScheduled",
    maximumAttendeeCapacity: capacity,
    inLanguage: reader,
    url: `${base}/${reader}/${slug}`,
    image: `${base}/${reader}/${slug}/social`,
    location: placeData(conference),
    organizer: organisers.map((organiser) => ({ "@type": "Organization", name: organiser })),
  };
}
