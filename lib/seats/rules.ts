/** A session of the last release, as far as its seats go. `seats` null: open to everyone without booking. */
export type Seated = { seats: number | null; cancelled: boolean; startsAt: Date; endsAt: Date };

/** What became of a seat or of a place in line when a release was published or a registration ended. */
export type SeatEffect = {
  registrationId: string;
  personId: string;
  sessionId: string;
  /**
   * ended: with its session, or with its registration. lost: the session moved into another commitment.
   * waiting: back to the head of the line, because the session has fewer seats. moved-up: from the line.
   */
  effect: "ended" | "lost" | "waiting" | "moved-up";
};

/** By session: what every visitor may know of its seats. */
export type SeatCounts = Record<string, { seats: number; left: number; waiting: number }>;

export type SeatRefusal = "session-cancelled" | "session-without-seats" | "seats-closed";

/** Why someone could not book, join, swap or give back: codes of lib/bookings, and keys under "errors". */
export const seatErrors = [
  "seat-needs-place",
  "seat-overlaps",
  "seats-closed",
  "session-cancelled",
  "session-full",
  "session-without-seats",
  "swap-closed",
] as const;

/** Until when seats are booked and given back; that instant still counts. */
export const seatsClose = (startsAt: Date, seatMinutes: number) =>
  new Date(startsAt.getTime() - seatMinutes * 60_000);

/** Why a seat can be neither booked nor given back now; null: it can. */
export function seatRefusal(session: Seated, seatMinutes: number, now: Date): SeatRefusal | null {
  if (session.cancelled) return "session-cancelled";
  if (session.seats === null) return "session-without-seats";
  return now > seatsClose(session.startsAt, seatMinutes) ? "seats-closed" : null;
}

/**
 * A booked seat can be given back as long as it could be booked, also where none needs to be any more. Whoever
 * moved up after that, and was not asked, may until the session begins.
 */
export function mayGiveBack(session: Seated, seatMinutes: number, now: Date, bookedAt: Date | null): boolean {
  const closes = seatsClose(session.startsAt, seatMinutes);
  const late = bookedAt !== null && bookedAt > closes;
  return !session.cancelled && now <= (late ? session.startsAt : closes);
}

/** How many of the line may move up: all, where no seat is needed any more; nobody into what is over or off. */
export function openSeats(session: Seated, booked: number, now: Date): number {
  if (session.cancelled || now >= session.startsAt) return 0;
  return session.seats === null ? Number.POSITIVE_INFINITY : Math.max(0, session.seats - booked);
}
