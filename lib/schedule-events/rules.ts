import type { CalendarEvent } from "../calendar";
import type { ProgrammeSession } from "../programme/rules";

type Of = { slug: string; reader: string; venueName: string; venueCity: string; updatedAt: Date };
type OfRelease = { number: number; createdAt: Date } | undefined;

/** Sessions as events of a calendar; those that are cancelled stay and say so. `base`: the portal's own address. */
export function sessionEvents(
  { slug, reader, venueName, venueCity, updatedAt }: Of,
  sessions: ProgrammeSession[],
  release: OfRelease,
  { base, cancelled }: { base: string; cancelled: string },
): CalendarEvent[] {
  return sessions.map((session) => ({
    id: `${session.id}@openfloor`,
    // Not every calendar shows that something is cancelled.
    title: session.cancelled ? `${cancelled}: ${session.title}` : session.title,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    place: [session.room?.name, venueName, venueCity].filter(Boolean).join(", "),
    description: session.abstract,
    url: `${base}/${reader}/${slug}/programme/${session.slug}`,
    // Also when the venue got another name: the place says it.
    changedAt: release && (release.createdAt > updatedAt ? release.createdAt : updatedAt),
    sequence: release?.number,
    cancelled: session.cancelled,
    free: true,
  }));
}
