import { localDay, monthsAfter } from "@/lib/local-time";

/** Months that registrations and accounts are kept after the last conference: enough for the next edition. */
export const ACCOUNT_MONTHS = 24;
/** Months that diet and access needs are kept after a conference. */
const SENSITIVE_MONTHS = 1;
/** Days that mails are kept: long enough to answer "I never got it". Those for signing in go with the hourly sweep. */
export const MAIL_DAYS = 180;
/** Days that an address is kept which nobody has confirmed and which has no part in anything. */
export const UNCONFIRMED_DAYS = 30;

type Ending = { endsOn: string; timeZone: string; mode: "rehearsal" | "live" };

// Nothing is erased because of a rehearsal: its clock may be moved years ahead for an afternoon, and a past
// edition is rehearsed years later. `now` is real time here.
const overSince = ({ endsOn, timeZone, mode }: Ending, months: number, now: Date) =>
  mode === "live" && localDay(now, timeZone) > monthsAfter(endsOn, months);

/** Sensitive answers go when the month after the conference's last day is over. */
export const sensitiveAreDue = (conference: Ending, now: Date) =>
  overSince(conference, SENSITIVE_MONTHS, now);

/** Whether a conference is so long ago that taking part in it keeps no account any more. */
export const isLongOver = (conference: Ending, now: Date) => overSince(conference, ACCOUNT_MONTHS, now);

export const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000);
