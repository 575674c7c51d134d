import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { listenForSilence } from "@/db/silence";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const away = Object.assign(new Error("no connection"), { code: "CONNECT_TIMEOUT" });

test("nothing answered for so many seconds is silence, said once", () => {
  const silent = vi.fn();
  const asks = listenForSilence(silent, 9);
  asks();
  asks();
  vi.advanceTimersByTime(8900);
  expect(silent).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(silent).toHaveBeenCalledTimes(1);
});

test("any answer begins the wait anew, an error of a statement too; a connection that cannot be made does not", () => {
  for (const [error, called] of [
    [undefined, 0],
    [new Error("duplicate key"), 0],
    [away, 1],
    [new Error("wrapped", { cause: away }), 1],
  ] as const) {
    const silent = vi.fn();
    const asks = listenForSilence(silent, 9);
    const last = asks();
    const other = asks();
    vi.advanceTimersByTime(6000);
    other(error);
    vi.advanceTimersByTime(6000);
    expect(silent, String(error)).toHaveBeenCalledTimes(called);
    last();
  }
});

test("while nobody asks it may be quiet for hours, and an answer that is told twice counts once", () => {
  const silent = vi.fn();
  const asks = listenForSilence(silent, 9);
  const first = asks();
  first();
  first();
  vi.advanceTimersByTime(3600_000);
  expect(silent).not.toHaveBeenCalled();
  asks();
  vi.advanceTimersByTime(9000);
  expect(silent).toHaveBeenCalledTimes(1);
});
