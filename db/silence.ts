import { isOutage } from "./outage";

/** Seconds in which a living database has answered one of the statements that wait; its own limit for each is less. */
export const SILENCE = 9;
const TICKS_A_SECOND = 2;

/** Says that an answer is waited for; what it returns says that the wait is over, and how. */
export type Asks = () => (error?: unknown) => void;

/**
 * Notices a database that neither answers nor hangs up (a machine that froze, a network that swallows): a driver
 * would wait for it as long as TCP does. Calls `silent` when statements have waited for `seconds` and none of
 * all was answered. Counted in ticks, so that a process that was held up itself does not blame the database.
 */
export function listenForSilence(silent: () => void, seconds = SILENCE): Asks {
  let waiting = 0;
  let ticks = 0;
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    ticks = 0;
  };
  const tick = () => {
    if (++ticks < seconds * TICKS_A_SECOND) return;
    stop();
    silent();
  };
  return () => {
    waiting++;
    timer ??= setInterval(tick, 1000 / TICKS_A_SECOND).unref();
    let over = false;
    return (error) => {
      if (over) return;
      over = true;
      waiting--;
      // That a connection could not be made is no answer.
      if (!isOutage(error)) ticks = 0;
      if (waiting === 0) stop();
    };
  };
}
