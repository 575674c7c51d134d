import { readdirSync, readFileSync } from "node:fs";
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

// Without a server no action can be called; so it is read whether each counts, right after it knows who asks.
test("every action of guests and participants counts the press, or is counted in the database", () => {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" })
    .filter((file) => /^[^/]+\/actions\.ts$/.test(file))
    .map((file) => ({ file, text: readFileSync(`lib/${file}`, "utf8") }))
    .filter(({ text }) => /await require(Guest|Participant)\(/.test(text));
  expect(files.length).toBeGreaterThan(5);
  const uncounted = files.filter(({ text }) => {
    const proofs = text.match(/await require(Guest|Participant)\(/g) ?? [];
    const counts = text.match(/= countPress\(/g) ?? [];
    return counts.length < proofs.length;
  });
  expect(uncounted.map(({ file }) => file)).toEqual(["feedback/actions.ts"]);
});
