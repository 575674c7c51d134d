import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { inTurn } from "@/scripts/start/turn";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "openfloor-turn-"));
  file = path.join(folder, "building");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("two that want to build do so one after the other, also when the first fails", async () => {
  let inside = 0;
  const work = async (fails: boolean) => {
    inside++;
    expect(inside).toBe(1);
    await wait(50);
    inside--;
    if (fails) throw new Error("no pages");
    return "built";
  };
  const results = await Promise.allSettled([
    inTurn(file, () => work(true)),
    inTurn(file, () => work(false)),
    inTurn(file, () => work(false)),
  ]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
  expect(existsSync(file)).toBe(false);
});

test("who was killed while building keeps nobody waiting; who lives does", async () => {
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  writeFileSync(file, String(pid));
  expect(await inTurn(file, async () => "built")).toBe("built");

  writeFileSync(file, String(process.ppid));
  let done = false;
  const second = inTurn(file, async () => {
    done = true;
  });
  await wait(600);
  expect(done).toBe(false);
  rmSync(file);
  await second;
  expect(done).toBe(true);
});
