const HOUR = 3_600_000;

/**
 * Until when an offered place waits for its answer: `hours` of the conference's clock, but not beyond the end of
 * the conference. null: the conference is over, and nothing is offered any more.
 */
export function offerEnd(now: Date, hours: number, conferenceEnd: Date): Date | null {
  if (now >= conferenceEnd) return null;
  return new Date(Math.min(now.getTime() + hours * HOUR, conferenceEnd.getTime()));
}

/** The last instant of an offer still counts. */
export const offerIsOpen = (offeredUntil: Date | null, now: Date) =>
  offeredUntil !== null && now <= offeredUntil;
