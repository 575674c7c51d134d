/** What of a conference decides its time. */
export type Clocked = { mode: "rehearsal" | "live"; clockSetAt: Date | null };

/**
 * The conference's own now. In rehearsal the moment the organiser set, which stands still; otherwise real
 * time. Every rule takes its `now` from here.
 */
export function conferenceNow(conference: Clocked): Date {
  if (conference.mode === "rehearsal" && conference.clockSetAt) return conference.clockSetAt;
  return new Date();
}

/** Real time, for what belongs to no conference: sign-in, limits, the outbox. */
export function realNow(): Date {
  return new Date();
}
