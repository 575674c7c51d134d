import { type Window, windowState } from "@/lib/conferences/rules";
import { eachDay } from "@/lib/local-time";

const DAY = 24 * 3_600_000;

type TypeFacts = { id: string; capacity: number | null; left: number; waiting: number };

/** What the overview looks at. Moments of registrations are in the conference's clock, those of mails are real. */
export type OverviewFacts = {
  mode: "rehearsal" | "live";
  registration: Window;
  endsAt: Date;
  pending: { count: number; since: Date | null };
  offers: { endingSoon: number; next: Date | null };
  types: TypeFacts[];
  mails: { failed: number; failedSince: Date | null; stuck: number; stuckSince: Date | null };
  withoutSecondFactor: number;
  consents: number;
  /** Text pages of the public site that nobody has written yet. */
  emptyPages: number;
  contact: boolean;
};

export type Need = {
  key:
    | "pending"
    | "offers"
    | "places-free"
    | "type-full"
    | "mails-failed"
    | "mails-stuck"
    | "opens-soon"
    | "closes-soon"
    | "never-opens"
    | "no-types"
    | "no-consents"
    | "empty-pages"
    | "no-contact"
    | "second-factor"
    | "rehearsal";
  urgency: "now" | "soon" | "missing" | "suggestion";
  /** Under `/admin`, with the filter that shows what is meant. */
  href: string;
  count?: number;
  typeId?: string;
  since?: Date | null;
  /** When it is over or begins. */
  at?: Date | null;
};

const order = ["now", "soon", "missing", "suggestion"] as const;

/** What waits for the organiser, the most urgent first. `now` is the conference's clock. */
export function needsOf(facts: OverviewFacts, now: Date): Need[] {
  const soon = (at: Date | null) => at !== null && at >= now && at.getTime() - now.getTime() <= 14 * DAY;
  const { registration, mails, types } = facts;
  const free = types.filter(({ waiting, left }) => waiting > 0 && left > 0);
  const state = windowState(registration, now);
  const over = now > facts.endsAt;
  const needs: (Need | false)[] = [
    mails.failed > 0 && {
      key: "mails-failed",
      urgency: "now",
      href: "outbox?state=failed",
      count: mails.failed,
      since: mails.failedSince,
    },
    mails.stuck > 0 && {
      key: "mails-stuck",
      urgency: "now",
      href: "outbox?state=queued",
      count: mails.stuck,
      since: mails.stuckSince,
    },
    facts.pending.count > 0 && {
      key: "pending",
      urgency: "now",
      href: "registrations?state=pending&sort=oldest",
      count: facts.pending.count,
      since: facts.pending.since,
    },
    free.length > 0 && {
      key: "places-free",
      urgency: "now",
      href: "waiting-list",
      count: free.reduce((sum, { waiting }) => sum + waiting, 0),
    },
    facts.offers.endingSoon > 0 && {
      key: "offers",
      urgency: "soon",
      href: "waiting-list",
      count: facts.offers.endingSoon,
      at: facts.offers.next,
    },
    state === "upcoming" &&
      soon(registration.opensAt) && {
        key: "opens-soon",
        urgency: "soon",
        href: "settings",
        at: registration.opensAt,
      },
    state === "open" &&
      soon(registration.closesAt) && {
        key: "closes-soon",
        urgency: "soon",
        href: "settings",
        at: registration.closesAt,
      },
    !registration.opensAt && !over && { key: "never-opens", urgency: "missing", href: "settings" },
    types.length === 0 && { key: "no-types", urgency: "missing", href: "types" },
    facts.consents === 0 && { key: "no-consents", urgency: "missing", href: "consents" },
    facts.emptyPages > 0 && {
      key: "empty-pages",
      urgency: "missing",
      href: "pages",
      count: facts.emptyPages,
    },
    !facts.contact && { key: "no-contact", urgency: "missing", href: "settings" },
    ...types
      .filter(({ capacity, left, waiting }) => capacity !== null && left === 0 && waiting > 0)
      .map(
        ({ id, waiting }): Need => ({
          key: "type-full",
          urgency: "suggestion",
          href: "types",
          count: waiting,
          typeId: id,
        }),
      ),
    facts.withoutSecondFactor > 0 && {
      key: "second-factor",
      urgency: "suggestion",
      href: "people",
      count: facts.withoutSecondFactor,
    },
    facts.mode === "rehearsal" && { key: "rehearsal", urgency: "suggestion", href: "clock" },
  ];
  return needs
    .filter((need) => need !== false)
    .sort((a, b) => order.indexOf(a.urgency) - order.indexOf(b.urgency));
}

export type DayCount = { day: string; count: number };
export type Course = { step: 1 | 7; points: { from: string; to: string; count: number; total: number }[] };

const MOST_POINTS = 70;

/** Registrations over time without gaps: by day, or by week when the days would be too many to see. */
export function courseOf(days: DayCount[]): Course {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return { step: 1, points: [] };
  const counts = new Map(days.map(({ day, count }) => [day, count]));
  const all = eachDay(first.day, last.day);
  const step = all.length > MOST_POINTS ? 7 : 1;
  let total = 0;
  const points = [];
  for (let at = 0; at < all.length; at += step) {
    const some = all.slice(at, at + step);
    const count = some.reduce((sum, day) => sum + (counts.get(day) ?? 0), 0);
    total += count;
    points.push({ from: some[0] ?? first.day, to: some.at(-1) ?? last.day, count, total });
  }
  return { step, points };
}
