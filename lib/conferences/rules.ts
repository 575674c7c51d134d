import { dayAfter, eachDay, instantOf, localDay, shiftDays } from "@/lib/local-time";

export type Window = { opensAt: Date | null; closesAt: Date | null };
export type WindowState = "upcoming" | "open" | "closed";

/** The closing instant is still open. Without an opening the module stays "upcoming". */
export function windowState({ opensAt, closesAt }: Window, now: Date): WindowState {
  if (!opensAt || now < opensAt) return "upcoming";
  return closesAt && now > closesAt ? "closed" : "open";
}

type Edition = { mode: "rehearsal" | "live"; startsOn: string; endsOn: string; timeZone: string };

/**
 * The conferences that the installation shows to the world: the live ones. Only where none is live yet, those in
 * rehearsal: an edition that is being made does not take the door from the one that runs.
 */
export function shownConferences<C extends { mode: "rehearsal" | "live" }>(conferences: C[]): C[] {
  const live = conferences.filter(({ mode }) => mode === "live");
  return live.length > 0 ? live : [...conferences];
}

/**
 * Which of the shown conferences the front door leads to: the one that runs or comes next, else the last; each by
 * its own clock (`nowOf`) and in its own time zone.
 */
export function currentConference<C extends Edition>(
  conferences: C[],
  nowOf: (conference: C) => Date,
): C | undefined {
  const byStart = shownConferences(conferences).sort((a, b) => a.startsOn.localeCompare(b.startsOn));
  const isAhead = (conference: C) => conference.endsOn >= localDay(nowOf(conference), conference.timeZone);
  return byStart.find(isAhead) ?? byStart.at(-1);
}

export type Moment = {
  key: "opens" | "closes" | "closed" | "before" | "day" | "afternoon" | "after";
  /** Of opens, closes, closed: which window. */
  module?: string;
  /** Of day, afternoon: the first day is 1. */
  number?: number;
  at: Date;
};

/**
 * A conference's own moments, in order: when its windows open, their last moment, the minute after it; the
 * evening before, the morning (09:00) and the afternoon (13:30) of each day, the morning after; all local times.
 */
export function momentsOf(conference: {
  startsOn: string;
  endsOn: string;
  timeZone: string;
  windows: Record<string, Window>;
}): Moment[] {
  const { startsOn, endsOn, timeZone } = conference;
  const at = (day: string, time: string) => instantOf(`${day}T${time}`, timeZone);
  const moments: Moment[] = Object.entries(conference.windows).flatMap(([module, { opensAt, closesAt }]) => [
    ...(opensAt ? [{ key: "opens" as const, module, at: opensAt }] : []),
    ...(closesAt
      ? [
          { key: "closes" as const, module, at: closesAt },
          { key: "closed" as const, module, at: new Date(closesAt.getTime() + 60_000) },
        ]
      : []),
  ]);
  moments.push({ key: "before", at: at(dayAfter(startsOn, -1), "18:00") });
  for (const [index, day] of eachDay(startsOn, endsOn).entries()) {
    moments.push({ key: "day", number: index + 1, at: at(day, "09:00") });
    moments.push({ key: "afternoon", number: index + 1, at: at(day, "13:30") });
  }
  moments.push({ key: "after", at: at(dayAfter(endsOn, 1), "10:00") });
  return moments.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** A window so many calendar days later, at the same time on the wall. */
export function shiftWindow({ opensAt, closesAt }: Window, days: number, timeZone: string): Window {
  return {
    opensAt: opensAt && shiftDays(opensAt, days, timeZone),
    closesAt: closesAt && shiftDays(closesAt, days, timeZone),
  };
}

/** What someone who is not registered can do now; `left` places are free. */
export type Offer = "register" | "waiting-list" | "upcoming" | "unset" | "closed";

export function registrationOffer(window: Window, now: Date, left: number): Offer {
  if (!window.opensAt) return "unset";
  const state = windowState(window, now);
  if (state !== "open") return state;
  return left > 0 ? "register" : "waiting-list";
}

/** A text as one word for addresses and values: small letters, digits, single hyphens; "" when none is left. */
export function slugOf(text: string, max: number): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, max)
    .replace(/^-+|-+$/g, "");
}
