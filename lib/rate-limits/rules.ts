/** So many in so many seconds. Windows are laid on the clock: 10:00 to 10:15, 10:15 to 10:30. */
export type Limit = { name: string; max: number; seconds: number };

/** What a signed-in person may press, against programs that press for them. */
export const PRESSES: Limit = { name: "presses", max: 60, seconds: 60 };

/** The window an instant lies in. */
export function limitWindow({ seconds }: Limit, now: Date): { start: Date; end: Date } {
  const length = seconds * 1000;
  const start = Math.floor(now.getTime() / length) * length;
  return { start: new Date(start), end: new Date(start + length) };
}

/** Whole minutes until `end`, at least one: what a person is told to wait. */
export function minutesUntil(end: Date, now: Date): number {
  return Math.max(1, Math.ceil((end.getTime() - now.getTime()) / 60_000));
}
