import { localDay, monthsAfter } from "@/lib/local-time";

/** Months that registrations and accounts are kept after the last conference: enough for the next edition. */
export const ACCOUNT_MONTHS = 24;
/** Months that diet and access needs are kept after a conference. */
const SENSITIVE_MONTHS = 1;
/** Days that mails are kept: long enough to answer "I never got it". Those for signing in go with the hourly sweep. */
export const MAIL_DAYS = 180;
/** Days that an address is kept which nobody has confirmed and which has no part in anything. */
export const UNCONFIRMED_DAYS = 30;

type Ending = { endsOn: string; timeZone: string };

/** Sensitive answers go when the month after the conference's last day is over. */
export function sensitiveAreDue({ endsOn, timeZone }: Ending, now: Date): boolean {
  return localDay(now, timeZone) > monthsAfter(endsOn, SENSITIVE_MONTHS);
}

/**
 * Whether a conference is so long ago that taking part in it keeps no account any more. A rehearsal never is:
 * its clock may be moved years ahead for an afternoon.
 */
export function isLongOver({ endsOn, timeZone, mode }: Ending & { mode: string }, now: Date): boolean {
  return mode === "live" && localDay(now, timeZone) > monthsAfter(endsOn, ACCOUNT_MONTHS);
}

export const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000);
