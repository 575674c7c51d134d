import { type Window, type WindowState, windowState } from "@/lib/conferences/rules";
import { daysBetween } from "@/lib/local-time";

/** How many days before its end a window is said to close soon. */
const SOON = 14;

/** What there is to say of a window: the moment that matters next, and whole local days until then. */
export type WindowNotice =
  | { state: "unset" }
  | { state: "opens" | "closes-soon" | "open-until" | "closed"; at: Date; days: number }
  | { state: "open" };

export function windowNotice(window: Window, now: Date, timeZone: string): WindowNotice {
  const state = windowState(window, now);
  if (state === "upcoming") {
    if (!window.opensAt) return { state: "unset" };
    return { state: "opens", at: window.opensAt, days: daysBetween(now, window.opensAt, timeZone) };
  }
  if (!window.closesAt) return { state: "open" };
  const days = daysBetween(now, window.closesAt, timeZone);
  if (state === "closed") return { state, at: window.closesAt, days };
  return { state: days <= SOON ? "closes-soon" : "open-until", at: window.closesAt, days };
}

const states: WindowState[] = ["open", "upcoming", "closed"];
const instant = (date: Date | null) => date?.getTime() ?? Number.POSITIVE_INFINITY;

/**
 * Ways to take part, grouped by whether they are open now, ahead or past; in a group what ends or begins first
 * comes first. Empty groups are left out.
 */
export function inOrder<W extends { window: Window }>(
  ways: W[],
  now: Date,
): { state: WindowState; ways: W[] }[] {
  return states
    .map((state) => ({
      state,
      ways: ways
        .filter(({ window }) => windowState(window, now) === state)
        .sort((a, b) => {
          const moment = ({ window }: W) => instant(state === "upcoming" ? window.opensAt : window.closesAt);
          return moment(a) - moment(b);
        }),
    }))
    .filter(({ ways: found }) => found.length > 0);
}
