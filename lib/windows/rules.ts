import { type Window, windowState } from "@/lib/conferences/rules";
import { daysBetween } from "@/lib/dates";

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
