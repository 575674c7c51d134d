import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inspect } from "@/scripts/structure";
import type { Violation } from "@/scripts/structure/rules";

let root: string;
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), "structure-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

let cases = 0;
function project(files: Record<string, string>): string {
  cases += 1;
  const home = path.join(root, `case-${cases}`);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(home, file)), { recursive: true });
    writeFileSync(path.join(home, file), text);
  }
  return home;
}

const page = "app/[locale]/[conference]/(public)/ideas/page.tsx";

describe("each rule fires", () => {
  const table: [rule: Violation["rule"], file: string, text: string][] = [
    ["room-files", "lib/ideas/helpers.ts", ""],
    ["room-files", "lib/ideas/deep/rules.ts", ""],
    ["client-imports", "components/ideas/form.tsx", `"use client"; import { a } from "@/lib/ideas/queries";`],
    ["client-imports", "components/ideas/form.tsx", `"use client"; import { a } from "../../lib/env";`],
    ["client-imports", "components/ideas/form.tsx", `"use client"; import { db } from "@/db/client";`],
    ["client-imports", "app/form.tsx", `"use client"; const a = await import("@/lib/mail/send");`],
    ["rules-imports", "lib/ideas/rules.ts", `import { a } from "./queries";`],
    ["rules-imports", "lib/ideas/rules.ts", `import { createHash } from "node:crypto";`],
    ["rules-imports", "lib/ideas/rules.ts", `export { a } from "@/lib/clock";`],
    ["rules-clock", "lib/ideas/rules.ts", "export const now = () => new Date();"],
    ["rules-clock", "lib/ideas/rules.ts", "export const now = () => Date.now();"],
    ["date-format", "components/ideas/day.tsx", "export const f = new Intl.DateTimeFormat('en');"],
    ["date-format", "lib/mail/text.ts", "export const f = (d: Date) => d.toLocaleDateString('ro');"],
    ["date-format", "app/page.tsx", "export const f = (d: Date) => format.dateTime(d);"],
    ["environment", "lib/mail/transport.ts", "export const key = process.env.RESEND_API_KEY;"],
    ["environment", "app/page.tsx", "const { PORT } = process.env;"],
    ["public-static", page, `import { cookies } from "next/headers";`],
    ["public-static", page, `import { requirePerson } from "@/lib/auth/session";`],
    ["public-static", "app/[locale]/layout.tsx", `import { headers } from "next/headers";`],
  ];
  test.each(table)("%s in %s: %s", (rule, file, text) => {
    const found = inspect(project({ [file]: text }));
    expect(found.map((one) => [one.rule, one.file])).toEqual([[rule, file]]);
    expect(found[0]?.message.length).toBeGreaterThan(60);
  });

  test("what a client component brings along counts too", () => {
    const home = project({
      "components/ideas/form.tsx": `"use client"; import { List } from "./list";`,
      "components/ideas/list.tsx": `import { listIdeas } from "@/lib/ideas/queries";`,
    });
    expect(inspect(home)).toMatchObject([
      { rule: "client-imports", file: "components/ideas/list.tsx", line: 1 },
    ]);
  });

  test("what a public page brings along counts too", () => {
    const home = project({
      [page]: `import { Greeting } from "@/components/people/greeting";`,
      "components/people/greeting.tsx": `import { cookies } from "next/headers";`,
    });
    expect(inspect(home)).toMatchObject([{ rule: "public-static", file: "components/people/greeting.tsx" }]);
  });
});

test("what the rules allow is left alone", () => {
  const home = project({
    "lib/ideas/rules.ts": `import type { Idea } from "@/db/schema/ideas"; import { b } from "../windows/rules";
      export const at = (iso: string) => new Date(iso); // not new Date()`,
    "lib/ideas/queries.ts": `export const now = Date.now();`,
    "lib/auth/session.ts": `import { cookies } from "next/headers";`,
    "lib/dates.ts": `export const f = new Intl.DateTimeFormat("en");`,
    "lib/env.ts": `export const port = process.env.PORT;`,
    "components/ideas/form.tsx": `"use client"; import { propose } from "@/lib/ideas/actions"; import { f } from "@/lib/dates";`,
    "app/[locale]/[conference]/(participant)/page.tsx": `import { requirePerson } from "@/lib/auth/session";`,
    [page]: `import { Form } from "@/components/ideas/form"; const text = "process.env and Date.now()";`,
  });
  expect(inspect(home)).toEqual([]);
});

describe("the linter holds that imports go down only", () => {
  const table: [file: string, text: string, says: RegExp | undefined][] = [
    ["lib/ideas/queries.ts", `export { a } from "@/app/page";`, /Nothing imports app/],
    ["components/ideas/a.tsx", `export { a } from "../../app/page";`, /Nothing imports app/],
    ["tests/unit/a.test.ts", `export { a } from "@/app/page";`, /Nothing imports app/],
    ["lib/ideas/mutations.ts", `export { a } from "@/components/ideas/a";`, /know nothing/],
    ["lib/ideas/actions.ts", `export { a } from "../../components/ideas/a";`, /know nothing/],
    ["db/schema/ideas.ts", `export { a } from "@/lib/ideas/rules";`, /ground floor/],
    ["db/schema/people.ts", `export { a } from "../../lib/ideas/rules";`, /ground floor/],
    ["components/ui/a.tsx", `export { a } from "@/lib/ideas/rules";`, /no word of the domain/],
    ["components/ui/b.tsx", `export { a } from "@/components/ideas/a";`, /no word of the domain/],
    ["components/ui/c.tsx", `export { a } from "../ideas/a";`, /no word of the domain/],
    [
      "components/ui/d.tsx",
      `export { a } from "@/lib/dates"; export { b } from "./a"; export { c } from "@/components/ui/b";`,
      undefined,
    ],
    ["lib/ideas/input.ts", `export { a } from "@/db/schema/ideas"; export { b } from "./rules";`, undefined],
    [
      "components/ideas/b.tsx",
      `export { a } from "@/lib/ideas/rules"; export { b } from "../ui/d";`,
      undefined,
    ],
  ];
  let told: Map<string, string[]>;
  beforeAll(() => {
    const config = JSON.parse(readFileSync("biome.json", "utf8"));
    const home = project({
      ...Object.fromEntries(table.map(([file, text]) => [file, text])),
      "biome.json": JSON.stringify({ ...config, $schema: undefined, vcs: undefined }),
    });
    const biome = path.resolve("node_modules/@biomejs/biome/bin/biome");
    const args = [
      biome,
      "lint",
      "--reporter=json",
      "--only=style/noRestrictedImports",
      "--max-diagnostics=none",
      ".",
    ];
    let answer: string;
    try {
      answer = execFileSync(process.execPath, args, { cwd: home, encoding: "utf8", stdio: "pipe" });
    } catch (error) {
      answer = (error as { stdout: string }).stdout;
    }
    told = new Map();
    for (const one of JSON.parse(answer).diagnostics) {
      const file = path.relative(home, path.resolve(home, one.location.path.file ?? one.location.path));
      told.set(file, [...(told.get(file) ?? []), JSON.stringify(one)]);
    }
  });
  test.each(table)("%s: %s", (file, _text, says) => {
    const messages = told.get(file) ?? [];
    expect(messages).toHaveLength(says ? 1 : 0);
    if (says) expect(messages[0]).toMatch(says);
  });
});
