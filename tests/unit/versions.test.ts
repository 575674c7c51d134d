import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Below these versions there are known holes. Raise a floor when a new hole becomes known. */
const FLOORS = {
  next: "16.4.6",
  react: "19.3.1",
  "react-dom": "19.3.1",
  "drizzle-orm": "0.45.4",
} as const;

/** A beta has no order that can be trusted: exactly this one was read and proven. */
const PINNED = { "next-auth": "5.0.0-beta.32" } as const;

type Lock = { packages: Record<string, { version?: string }> };
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;

/** Every copy of a package in the lock file: a second, older one below another package counts too. */
function copies(name: string): string[] {
  return Object.entries(lock.packages).flatMap(([at, { version }]) =>
    (at === `node_modules/${name}` || at.endsWith(`/node_modules/${name}`)) && version ? [version] : [],
  );
}

/** Whether `version` is a release at or above `floor`; a pre-release of the floor is below it. */
function reaches(version: string, floor: string): boolean {
  const numbers = (text: string) => text.split(/[.+-]/).slice(0, 3).map(Number);
  const [have, need] = [numbers(version), numbers(floor)];
  for (const [at, wanted] of need.entries()) {
    const got = have[at] ?? 0;
    if (got !== wanted) return got > wanted;
  }
  return !version.includes("-");
}

describe("package-lock.json has no version with a known hole", () => {
  test.each(Object.entries(FLOORS))("%s is at least %s", (name, floor) => {
    const found = copies(name);
    expect(found).not.toEqual([]);
    expect(found.filter((version) => !reaches(version, floor))).toEqual([]);
  });

  test.each(Object.entries(PINNED))("%s is exactly %s", (name, version) => {
    expect(copies(name)).toEqual([version]);
  });
});

test.each([
  ["16.4.6", true],
  ["16.10.0", true],
  ["17.0.0", true],
  ["16.4.5", false],
  ["16.3.9", false],
  ["15.9.9", false],
  ["16.4.6-canary.1", false],
  ["16.4.7-canary.1", true],
])("%s reaches 16.4.6: %s", (version, expected) => {
  expect(reaches(version, "16.4.6")).toBe(expected);
});
