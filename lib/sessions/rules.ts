import type { SessionKind } from "@/db/schema/kinds";
import type { Slot } from "@/lib/clashes/rules";
import { instantOf } from "@/lib/local-time";
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

/** The words of a form as a slot, for clashes shown while it is filled in. undefined while its times make no sense. */
export function slotOf(
  values: FieldValues,
  timeZone: string,
  fixed: Pick<Slot, "id" | "cancelled" | "booked">,
): Slot | undefined {
  const one = (name: string) => [values[name] ?? ""].flat().at(-1) ?? "";
  const many = (name: string) => [values[name] ?? []].flat().filter(Boolean);
  const seats = one("seats").trim();
  try {
    const startsAt = instantOf(one("startsAt"), timeZone);
    const endsAt = instantOf(one("endsAt"), timeZone);
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
