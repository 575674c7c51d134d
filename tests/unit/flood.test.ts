import { describe, expect, test } from "vitest";
import { countPress, PRESSES } from "@/lib/flood";

let number = 0;
const someone = () => ({ personId: `person-${number++}` });

describe("a person presses", () => {
  test("so often in a minute and no more, and is told how long to wait", () => {
    const one = someone();
    const all = Array.from({ length: PRESSES + 5 }, () => countPress(one, 0));
    expect(all.filter(({ ok }) => ok)).toHaveLength(PRESSES);
    expect(all.at(-1)).toMatchObject({ code: "too-many", params: { minutes: 1 } });
  });

  test("without touching anyone else", () => {
    const [one, other] = [someone(), someone()];
    for (let press = 0; press <= PRESSES; press++) countPress(one, 0);
    expect(countPress(one, 0).ok).toBe(false);
    expect(countPress(other, 0).ok).toBe(true);
  });

  test("again after a second, and after a minute as often as before, not more", () => {
    const one = someone();
    const allowed = (now: number) =>
      Array.from({ length: 2 * PRESSES }, () => countPress(one, now)).filter(({ ok }) => ok).length;
    expect([allowed(0), allowed(999), allowed(1000), allowed(61_000), allowed(900_000)]).toEqual([
      PRESSES,
      0,
      1,
      PRESSES,
      PRESSES,
    ]);
  });

  test("and is remembered among thousands while over the limit", () => {
    const one = someone();
    for (let press = 0; press <= PRESSES; press++) countPress(one, 0);
    for (let other = 0; other < 12_000; other++) countPress(someone(), 0);
    expect(countPress(one, 0).ok).toBe(false);
  });
});
