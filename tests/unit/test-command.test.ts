import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { isAlive } from "@/db/embedded/postmaster";
import { countPlaywright, countVitest, listPlaywright, readReport } from "@/scripts/test/reports";
import { runTool } from "@/scripts/test/step";

describe("what `npm test` counts", () => {
  const file = (status: string, ...assertions: [string, string][]) => ({
    name: "a.test.ts",
    status,
    message: "",
    assertionResults: assertions.map(([fullName, of]) => ({ fullName, status: of })),
  });

  test("every vitest test, and a file that cannot be loaded as one failure", () => {
    const report = {
      testResults: [
        file("failed", ["adds", "passed"], ["divides", "failed"], ["waits", "skipped"]),
        file("failed"),
        file("passed", ["multiplies", "passed"]),
      ],
    };
    expect(countVitest(report)).toEqual({
      passed: 2,
      failed: ["a.test.ts: divides", "a.test.ts: the file itself"],
    });
  });

  test("every story on every screen, a flaky one and an error of the run as failures", () => {
    const spec = (title: string, ...statuses: string[]) => ({
      title,
      file: "a.spec.ts",
      tests: statuses.map((status) => ({ projectName: "phone", status })),
    });
    const report = {
      suites: [
        {
          title: "",
          specs: [spec("reads", "expected", "unexpected")],
          suites: [{ title: "", specs: [spec("asks", "flaky")] }],
        },
        { title: "", specs: [spec("waits", "skipped")] },
      ],
      errors: [{ message: "no browser\nat all" }],
    };
    const failed = ["a.spec.ts (phone): reads", "a.spec.ts (phone): asks", "the run itself: no browser"];
    expect(countPlaywright(report)).toEqual({ passed: 1, failed });
    expect(listPlaywright(report)).toHaveLength(4);
  });

  test("no report where none was written, or half of one", () => {
    const home = mkdtempSync(path.join(tmpdir(), "report-"));
    writeFileSync(path.join(home, "half.json"), '{"testResults": [');
    expect(readReport(path.join(home, "none.json"))).toBeUndefined();
    expect(readReport(path.join(home, "half.json"))).toBeUndefined();
    rmSync(home, { recursive: true });
  });
});

describe("a step of `npm test`", () => {
  test("says how it ended", async () => {
    expect(await runTool("node", ["-e", ""], { minutes: 1 })).toEqual({ ok: true, why: "" });
    expect(await runTool("node", ["-e", "process.exit(3)"], { minutes: 1 })).toMatchObject({
      ok: false,
      why: "ended with code 3",
    });
    expect(await runTool("no-such-tool", [], { minutes: 1 })).toMatchObject({ ok: false });
  });

  test("that hangs is ended in time, with what it started", async () => {
    const home = mkdtempSync(path.join(tmpdir(), "hang-"));
    const note = path.join(home, "pid");
    const sleeper = "setInterval(() => {}, 1000)";
    const script = `const { spawn } = require("node:child_process");
      const child = spawn(process.execPath, ["-e", ${JSON.stringify(sleeper)}], { stdio: "inherit" });
      require("node:fs").writeFileSync(${JSON.stringify(note)}, String(child.pid));
      ${sleeper}`;
    const outcome = await runTool("node", ["-e", script], { minutes: 0.02 });
    expect(outcome).toEqual({ ok: false, why: "was ended after 0.02 minutes" });
    const pid = readFileSync(note, "utf8");
    await expect.poll(() => isAlive(Number(pid))).toBe(false);
    rmSync(home, { recursive: true });
  }, 20_000);
});
