import { shiftDays } from "@/lib/local-time";

type Session = { endsAt: Date; kind: string; cancelled: boolean };

/** How long one may say it, in days by the calendar after the session's end. */
export const FEEDBACK_DAYS = 7;
/** Below so many answers nobody is shown more than their number: two texts would tell whose they are. */
export const LEAST_ANSWERS = 3;
export const RATINGS = [5, 4, 3, 2, 1] as const;

/** The last instant at which feedback is taken. */
export const feedbackUntil = ({ endsAt }: { endsAt: Date }, timeZone: string): Date =>
  shiftDays(endsAt, FEEDBACK_DAYS, timeZone);

/** When a session may be rated: from its end until a week after; never a break, nor what did not take place. */
export function feedbackState(
  session: Session,
  timeZone: string,
  now: Date,
): "none" | "upcoming" | "open" | "closed" {
  if (session.kind === "break" || session.cancelled) return "none";
  if (now < session.endsAt) return "upcoming";
  return now > feedbackUntil(session, timeZone) ? "closed" : "open";
}

export type Answer = { rating: number; text: string };
export type Summary = {
  count: number;
  /** Of what may be shown; null below the least number of answers. */
  shown: { mean: number; of: { rating: number; count: number }[]; texts: string[] } | null;
};

/**
 * What a host sees: how often each rating was given, their mean, and the texts in an order that says nothing.
 * `random` answers numbers from 0 up to 1.
 */
export function summarise(answers: readonly Answer[], random: () => number): Summary {
  const count = answers.length;
  if (count < LEAST_ANSWERS) return { count, shown: null };
  const texts = answers.map(({ text }) => text).filter(Boolean);
  for (let last = texts.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [texts[last], texts[other]] = [texts[other] ?? "", texts[last] ?? ""];
  }
  return {
    count,
    shown: {
      mean: answers.reduce((sum, { rating }) => sum + rating, 0) / count,
      of: RATINGS.map((rating) => ({
        rating,
        count: answers.filter((answer) => answer.rating === rating).length,
      })),
      texts,
    },
  };
}
