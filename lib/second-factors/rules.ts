/** Seconds in which a code is the same (RFC 6238). */
export const STEP_SECONDS = 30;
export const RECOVERY_CODES = 10;

/** The number of the step an instant lies in. */
export const stepOf = (now: Date) => Math.floor(now.getTime() / 1000 / STEP_SECONDS);

/** What was typed as six figures, or undefined: then it may be a recovery code. */
export function readFigures(typed: string): string | undefined {
  const figures = typed.normalize("NFKC").replace(/[\s\p{Pd}]/gu, "");
  return /^\d{6}$/.test(figures) ? figures : undefined;
}

/** A recovery code as it is shown: "7KQ2M-4XD9A". */
export function shownRecoveryCode(code: string): string {
  return code.replace(/^(.{5})(?=.)/, "$1-");
}
