export type Window = { opensAt: Date | null; closesAt: Date | null };
export type WindowState = "upcoming" | "open" | "closed";

/** The closing instant is still open. Without an opening the module stays "upcoming". */
export function windowState({ opensAt, closesAt }: Window, now: Date): WindowState {
  if (!opensAt || now < opensAt) return "upcoming";
  return closesAt && now > closesAt ? "closed" : "open";
}

/** Which conference the front door leads to: the one that runs or comes next, else the last. `today` is a local date. */
export function currentConference<C extends { startsOn: string; endsOn: string }>(
  conferences: C[],
  today: string,
): C | undefined {
  const byStart = [...conferences].sort((a, b) => a.startsOn.localeCompare(b.startsOn));
  return byStart.find((conference) => conference.endsOn >= today) ?? byStart.at(-1);
}
