import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  type Count,
  countPlaywright,
  countVitest,
  listPlaywright,
  type PlaywrightReport,
  readReport,
} from "./test/reports";
import { type Outcome, runTool } from "./test/step";

/**
 * `npm test`: everything, from format to browser stories. `npm test -- static|unit|integration|e2e` runs a
 * part; words after it go to the runner (`npm test -- e2e smoke`). The last line is `N passed, N failed`.
 */
const PARTS = ["static", "unit", "integration", "e2e"] as const;
type Part = (typeof PARTS)[number];

const [asked, ...words] = process.argv.slice(2);
if (asked && !PARTS.some((part) => part === asked)) {
  console.error(`There is no part "${asked}". Parts: ${PARTS.join(", ")}; without one, all of them.`);
  process.exit(1);
}
const runs = (part: Part) => !asked || asked === part;

const reports = mkdtempSync(path.join(tmpdir(), "openfloor-reports-"));
process.on("exit", () => rmSync(reports, { recursive: true, force: true }));

let passed = 0;
const failures: string[] = [];

async function step(title: string, work: () => Promise<Count>): Promise<Count> {
  console.log(`\n━━ ${title}`);
  const started = Date.now();
  const count = await work();
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`━━ ${title}: ${count.passed} passed, ${count.failed.length} failed, ${seconds} s`);
  passed += count.passed;
  failures.push(...count.failed.map((name) => `${title}: ${name}`));
  return count;
}

/** One check, made of commands that all have to succeed. */
async function check(title: string, commands: [tool: string, ...args: string[]][], minutes = 5) {
  return step(title, async () => {
    for (const [tool, ...args] of commands) {
      const { ok, why } = await runTool(tool, args, { minutes });
      if (!ok) return { passed: 0, failed: [`${[tool, ...args].join(" ")} ${why}`] };
    }
    return { passed: 1, failed: [] };
  });
}

/** A runner that failed without a failed test, or that ran none, has failed all the same. */
function judged(count: Count | undefined, { ok, why }: Outcome): Count {
  if (!count) return { passed: 0, failed: [`the runner wrote no report; it ${why || "ended well"}`] };
  if (!ok && count.failed.length === 0) return { ...count, failed: [`the runner ${why}`] };
  if (count.passed + count.failed.length === 0) return { passed: 0, failed: ["no test was run"] };
  return count;
}

async function vitest(title: string, project: "unit" | "integration", minutes: number) {
  await step(title, async () => {
    const file = path.join(reports, `${project}.json`);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const outcome = await runTool("vitest", ["run", "--project", project, ...reporters, ...words], {
      minutes,
    });
    const report = readReport<Parameters<typeof countVitest>[0]>(file);
    return judged(report && countVitest(report), outcome);
  });
}

async function stories(buildFailed: boolean) {
  await step("Browser stories", async () => {
    const file = path.join(reports, "stories.json");
    const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
    if (buildFailed) {
      await runTool("playwright", ["test", "--list", "--reporter=json", ...words], { minutes: 2, env });
      const report = readReport<PlaywrightReport>(file);
      const names = report ? listPlaywright(report) : [];
      return {
        passed: 0,
        failed: (names.length ? names : ["all"]).map((name) => `${name} (not run: no build)`),
      };
    }
    const outcome = await runTool("playwright", ["test", "--reporter=line,json", ...words], {
      minutes: 18,
      env,
    });
    const report = readReport<PlaywrightReport>(file);
    return judged(report && countPlaywright(report), outcome);
  });
}

if (runs("static")) {
  await check("Format and lint", [["biome", "check", "--error-on-warnings", "."]]);
  await check("Types", [
    ["next", "typegen"],
    ["tsc", "--noEmit"],
  ]);
  await check("Structure", [["node", "--import", "tsx", "scripts/structure.ts"]]);
  await check("Nothing unused", [["knip"]]);
}
if (runs("unit")) await vitest("Unit tests", "unit", 5);
if (runs("integration")) await vitest("Integration tests", "integration", 8);
if (runs("e2e")) {
  const build = await check("Build", [["node", "--import", "tsx", "scripts/build.ts"]], 6);
  await stories(build.failed.length > 0);
}

if (failures.length > 0) console.log(`\nFailed:\n${failures.map((name) => `  ✗ ${name}`).join("\n")}`);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 || passed === 0 ? 1 : 0;
