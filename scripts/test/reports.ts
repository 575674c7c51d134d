import { existsSync, readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

/** What a runner found: how many passed, and the name of each that failed. */
export type Count = { passed: number; failed: string[] };

/** The first words of an error, for the end of a long output of which often only the end is kept. */
function why(message = ""): string {
  const words = stripVTControlCharacters(message)
    .trim()
    .replace(/\s*\n\s*/g, "\n      ");
  return words && `\n      ${words.slice(0, 600)}`;
}

type VitestReport = {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[];
  }[];
};

/** Counts every test of a vitest report; a file that could not be loaded counts as one failure. */
export function countVitest(report: VitestReport): Count {
  const count: Count = { passed: 0, failed: [] };
  for (const { name, status, message, assertionResults } of report.testResults) {
    const file = name.replace(`${process.cwd()}/`, "");
    const failed = assertionResults.filter((one) => one.status === "failed");
    count.passed += assertionResults.filter((one) => one.status === "passed").length;
    count.failed.push(...failed.map((one) => `${file}: ${one.fullName}${why(one.failureMessages?.[0])}`));
    if (status === "failed" && failed.length === 0)
      count.failed.push(`${file}: the file itself${why(message)}`);
  }
  return count;
}

type Suite = { title: string; specs?: Spec[]; suites?: Suite[] };
type Story = { projectName: string; status: string; results?: { error?: { message?: string } }[] };
type Spec = { title: string; file: string; tests: Story[] };
export type PlaywrightReport = { suites: Suite[]; errors: { message?: string }[] };

function specsOf(suites: Suite[]): Spec[] {
  return suites.flatMap((suite) => [...(suite.specs ?? []), ...specsOf(suite.suites ?? [])]);
}

/** Counts every story of a Playwright report. A flaky one has failed; one that was not run counts as neither. */
export function countPlaywright(report: PlaywrightReport): Count {
  const count: Count = { passed: 0, failed: [] };
  for (const { title, file, tests } of specsOf(report.suites)) {
    for (const { projectName, status, results } of tests) {
      const message = results?.find(({ error }) => error)?.error?.message;
      if (status === "expected") count.passed += 1;
      else if (status !== "skipped") count.failed.push(`${file} (${projectName}): ${title}${why(message)}`);
    }
  }
  for (const { message } of report.errors)
    count.failed.push(`the run itself: ${message?.split("\n")[0] ?? "unknown"}`);
  return count;
}

/** The names of all stories in a listing, of which none was run. */
export function listPlaywright(report: PlaywrightReport): string[] {
  return specsOf(report.suites).flatMap(({ title, file, tests }) =>
    tests.map(({ projectName }) => `${file} (${projectName}): ${title}`),
  );
}

/** Reads a report that a runner wrote; undefined when it wrote none or half of one. */
export function readReport<T>(file: string): T | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch {
    return undefined;
  }
}
