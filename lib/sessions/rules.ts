import type { SessionKind } from "@/db/schema/kinds";
import type { Slot } from "@/lib/clashes/rules";
import { instantNear, readInstant } from "@/lib/local-time";
import type { FieldValues } from "@/lib/result";

export { type SessionKind, sessionKinds } from "@/db/schema/kinds";

export type DraftSession = Slot & {
  number: number;
  slug: string;
  title: string;
  abstract: string;
  kind: SessionKind;
  topicId: string | null;
  version: number;
  /** Ids of the people who run it on the day. */
  hosts: string[];
};

const times = ["startsAt", "endsAt"] as const;

/** The hidden fields of a form that say exactly when a session was as the form was filled in: startsAtWas, endsAtWas. */
export const asItWas = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => ({
  startsAtWas: startsAt.toISOString(),
  endsAtWas: endsAt.toISOString(),
});

/**
 * The fields of a form with its times as instants, where it is known what stood in them: else whoever changes the
 * title of a session in the second reading of the hour that is there twice would move it into the first.
 */
export function withExactTimes(values: FieldValues, timeZone: string): FieldValues {
  const exact = { ...values };
  for (const name of times) {
    const [text, before] = [values[name], values[`${name}Was`]];
    if (typeof text !== "string" || typeof before !== "string") continue;
    const was = new Date(before);
    if (Number.isNaN(was.getTime())) continue;
    try {
      exact[name] = instantNear(text.trim(), was, timeZone).toISOString();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      // Not a local time: whoever reads the field says what is wrong with it.
    }
  }
  return exact;
}

/** The words of a form as a slot, for clashes shown while it is filled in. undefined while its times make no sense. */
export function slotOf(
  typed: FieldValues,
  timeZone: string,
  fixed: Pick<Slot, "id" | "cancelled" | "booked">,
): Slot | undefined {
  const values = withExactTimes(typed, timeZone);
  const one = (name: string) => [values[name] ?? ""].flat().at(-1) ?? "";
  const many = (name: string) => [values[name] ?? []].flat().filter(Boolean);
  const seats = one("seats").trim();
  try {
    const startsAt = readInstant(one("startsAt"), timeZone);
    const endsAt = readInstant(one("endsAt"), timeZone);
    if (endsAt <= startsAt) return undefined;
    return {
      ...fixed,
      kind: one("kind"),
      roomId: one("roomId") || null,
      startsAt,
      endsAt,
      seats: /^\d{1,9}$/.test(seats) ? Number(seats) : null,
      speakers: many("speakers"),
      moderators: many("moderators"),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Half a date: there is nothing to compare yet, and the server says what is wrong with it.
    return undefined;
  }
}
