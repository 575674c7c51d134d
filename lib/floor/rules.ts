import { type Window, type WindowState, windowState } from "@/lib/conferences/rules";

const order: WindowState[] = ["open", "upcoming", "closed"];
const instant = (date: Date | null) => date?.getTime() ?? Number.POSITIVE_INFINITY;

/**
 * Ways to take part, grouped by whether they are open now, ahead or past; in a group what ends or begins first
 * comes first. Empty groups are left out.
 */
export function inOrder<W extends { window: Window }>(
  ways: W[],
  now: Date,
): { state: WindowState; ways: W[] }[] {
  return order
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
