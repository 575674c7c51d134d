import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

// Without a server no action can be called; so it is read whether each counts, right after it knows who asks.
test("every action of guests and participants counts the press, or is counted in the database", () => {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" })
    .filter((file) => /^[^/]+\/actions\.ts$/.test(file))
    .map((file) => ({ file, text: readFileSync(`lib/${file}`, "utf8") }))
    .filter(({ text }) => /await require(Guest|Participant)\(/.test(text));
  expect(files.length).toBeGreaterThan(5);
  const uncounted = files.filter(({ text }) => {
    const proofs = text.match(/await require(Guest|Participant)\(/g) ?? [];
    const counts = text.match(/= await countPress\(/g) ?? [];
    return counts.length < proofs.length;
  });
  expect(uncounted.map(({ file }) => file)).toEqual(["feedback/actions.ts"]);
});
