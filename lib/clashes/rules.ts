import { dayAfter, instantOf } from "@/lib/local-time";

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

type Days = { startsOn: string; endsOn: string; timeZone: string };

/** What the sessions of a conference have to fit into: its days and its rooms. */
export const frameOf = ({ startsOn, endsOn, timeZone }: Days, rooms: Frame["rooms"]): Frame => ({
  rooms,
  from: instantOf(`${startsOn}T00:00`, timeZone),
  to: new Date(instantOf(`${dayAfter(endsOn, 1)}T00:00`, timeZone).getTime() - 1),
});

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

/** A clash, and the session at which it was found. */
export type Found = { id: string; clash: Clash };

/** More than these nobody reads; and a file may hold a thousand sessions in one room at one time. */
export const MOST_CLASHES = 500;

/** The clashes of a programme, each once: at the session that comes first in the list. MOST_CLASHES at most. */
export function allClashes(slots: readonly Slot[], frame: Frame): Found[] {
  const found: Found[] = [];
  for (const [index, slot] of slots.entries()) {
    if (found.length >= MOST_CLASHES) break;
    const others = slots.slice(index + 1).flatMap((other) => between(slot, other));
    found.push(...[...others, ...alone(slot, frame)].map((clash) => ({ id: slot.id, clash })));
  }
  return found.slice(0, MOST_CLASHES);
}

/** The clashes that a programme did not have before. It does not matter at which of its two sessions one is found. */
export function newClashes(before: readonly Found[], after: readonly Found[]): Found[] {
  const known = new Set(before.map(standKey));
  return after.filter((found) => !known.has(standKey(found)));
}

const standKey = ({ id, clash }: Found) =>
  "with" in clash
    ? clashKey({ ...clash, with: [id, clash.with].sort().join(" ") })
    : `${id} ${clashKey(clash)}`;

/** Names a clash of a session, so that who says "save all the same" says it of this one and of no other. */
export function clashKey(clash: Clash): string {
  return Object.values(clash).join(":");
}

/** The clashes nobody has said yes to. */
export function unknown(clashes: readonly Clash[], knowing: readonly string[]): Clash[] {
  return clashes.filter((clash) => !knowing.includes(clashKey(clash)));
}
