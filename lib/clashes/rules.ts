/** A session as far as it can stand in another one's way. `id` "" is one that is not saved yet. */
export type Slot = {
  id: string;
  kind: string;
  roomId: string | null;
  startsAt: Date;
  endsAt: Date;
  seats: number | null;
  /** Ids of speakers. */
  speakers: string[];
  moderators: string[];
  cancelled: boolean;
  /** Seats that participants hold. */
  booked: number;
};

/** What sessions have to fit into. `from` and `to`: the first and the last instant at which one may begin. */
export type Frame = { rooms: { id: string; seats: number | null }[]; from: Date; to: Date };

export type Clash =
  | { kind: "room"; with: string }
  /** chair: in one of the two sessions the person moderates. */
  | { kind: "speaker" | "chair"; with: string; who: string }
  /** More seats than the room has. */
  | { kind: "seats"; seats: number; roomSeats: number }
  /** Fewer seats than participants hold. */
  | { kind: "booked"; seats: number; booked: number }
  | { kind: "days" }
  | { kind: "long" };

const DAY = 24 * 3_600_000;

type Timed = { startsAt: Date; endsAt: Date };
/** Sessions that touch do not overlap: one ends when the next begins. */
const overlap = (a: Timed, b: Timed) => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

function between(slot: Slot, other: Slot): Clash[] {
  if (slot.cancelled || other.cancelled || !overlap(slot, other)) return [];
  const found: Clash[] = [];
  // Coffee is served beside a session, and lunch in the hall where the last one still ends.
  const breaks = slot.kind === "break" || other.kind === "break";
  if (slot.roomId && slot.roomId === other.roomId && !breaks) found.push({ kind: "room", with: other.id });
  const there = new Set([...other.speakers, ...other.moderators]);
  for (const who of new Set([...slot.speakers, ...slot.moderators])) {
    if (!there.has(who)) continue;
    const chairs = slot.moderators.includes(who) || other.moderators.includes(who);
    found.push({ kind: chairs ? "chair" : "speaker", with: other.id, who });
  }
  return found;
}

function alone(slot: Slot, frame: Frame): Clash[] {
  if (slot.cancelled) return [];
  const found: Clash[] = [];
  const roomSeats = frame.rooms.find(({ id }) => id === slot.roomId)?.seats ?? null;
  if (slot.seats !== null && roomSeats !== null && slot.seats > roomSeats)
    found.push({ kind: "seats", seats: slot.seats, roomSeats });
  if (slot.seats !== null && slot.seats < slot.booked)
    found.push({ kind: "booked", seats: slot.seats, booked: slot.booked });
  if (slot.startsAt < frame.from || slot.startsAt > frame.to) found.push({ kind: "days" });
  if (slot.endsAt.getTime() - slot.startsAt.getTime() > DAY) found.push({ kind: "long" });
  return found;
}

/** Everything that stands in the way of a session, whether it is among the others or not. */
export function clashesOf(slot: Slot, others: readonly Slot[], frame: Frame): Clash[] {
  return [
    ...others.flatMap((other) => (other.id === slot.id ? [] : between(slot, other))),
    ...alone(slot, frame),
  ];
}

/** Every clash of a programme, each once: at the session that comes first in the list. */
export function allClashes(slots: readonly Slot[], frame: Frame): { id: string; clash: Clash }[] {
  return slots.flatMap((slot, index) =>
    [...slots.slice(index + 1).flatMap((other) => between(slot, other)), ...alone(slot, frame)].map(
      (clash) => ({ id: slot.id, clash }),
    ),
  );
}

/** Names a clash of a session, so that who says "save all the same" says it of this one and of no other. */
export function clashKey(clash: Clash): string {
  return Object.values(clash).join(":");
}

/** The clashes nobody has said yes to. */
export function unknown(clashes: readonly Clash[], knowing: readonly string[]): Clash[] {
  return clashes.filter((clash) => !knowing.includes(clashKey(clash)));
}
