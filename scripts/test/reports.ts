import { existsSync, readFileSync } from "node:fs";

/** What a runner found: how many passed, and the name of each that failed. */
export type Count = { passed: number; failed: string[] };

type VitestReport = {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
};

/** Counts every test of a vitest report; a file that could not be loaded counts as one failure. */
export function countVitest(report: VitestReport): Count {
  const count: Count = { passed: 0, failed: [] };
  for (const { name, status, assertionResults } of report.testResults) {
    const file = name.replace(`${process.cwd()}/`, "");
    const failed = assertionResults.filter((one) => one.status === "failed");
    count.passed += assertionResults.filter((one) => one.status === "passed").length;
    count.failed.push(...failed.map((one) => `${file}: ${one.fullName}`));
    if (status === "failed" && failed.length === 0) count.failed.push(`${file}: the file itself`);
  }
  return count;
}

type Suite = { title: string; specs?: Spec[]; suites?: Suite[] };
type Spec = { title: string; file: string; tests: { projectName: string; status: string }[] };
export type PlaywrightReport = { suites: Suite[]; errors: { message?: string }[] };

function specsOf(suites: Suite[]): Spec[] {
  return suites.flatMap((suite) => [...(suite.specs ?? []), ...specsOf(suite.suites ?? [])]);
}

/** Counts every story of a Playwright report. A flaky one has failed; one that was not run counts as neither. */
export function countPlaywright(report: PlaywrightReport): Count {
  const count: Count = { passed: 0, failed: [] };
  for (const { title, file, tests } of specsOf(report.suites)) {
    for (const { projectName, status } of tests) {
      if (status === "expected") count.passed += 1;
      else if (status !== "skipped") count.failed.push(`${file} (${projectName}): ${title}`);
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
