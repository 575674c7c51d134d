import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { compressStatic } from "./compress";
import { writeLanguages } from "./languages";
import { StartError } from "./say";
import { inTurn } from "./turn";

/** What the pages are not made of. Everything else in the project counts, so that nothing new is forgotten. */
const APART = new Set([
  "node_modules",
  "tests",
  "docs",
  "scripts",
  "coverage",
  "test-results",
  "playwright-report",
  "next-env.d.ts",
]);

type Building = { force?: boolean; say: (sentence: string) => void };

/** Builds the pages unless the last build was made of the same sources. Answers whether it built. */
export async function buildIfStale({ force = false, say }: Building): Promise<boolean> {
  writeLanguages();
  const dist = path.resolve(process.env.NEXT_DIST_DIR || ".next");
  const mark = path.join(dist, "openfloor-sources");
  const isFresh = (sources: string) =>
    existsSync(path.join(dist, "BUILD_ID")) && existsSync(mark) && readFileSync(mark, "utf8") === sources;
  if (!force && isFresh(hashSources(process.cwd()))) return false;
  // Two servers that start at once on one clone: one builds, the other waits and finds it done.
  return inTurn(`${dist}-building`, async () => {
    const sources = hashSources(process.cwd());
    if (!force && isFresh(sources)) return false;
    say("Building the pages: about a minute on two cores, and only after a change …");
    const begun = performance.now();
    rmSync(mark, { force: true });
    await runNextBuild();
    await compressStatic(path.join(dist, "static"));
    // Last: a build that was interrupted is no build.
    writeFileSync(mark, sources);
    say(`  done in ${Math.round((performance.now() - begun) / 1000)} seconds`);
    return true;
  });
}

function runNextBuild(): Promise<void> {
  // The build may not depend on a database; without its address it cannot.
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(process.execPath, [path.resolve("node_modules/next/dist/bin/next"), "build"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...environment, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  const output: string[] = [];
  child.stdout.on("data", (part) => output.push(String(part)));
  child.stderr.on("data", (part) => output.push(String(part)));
  // Ctrl+C reaches the build by itself; a signal to this process alone must not leave it running.
  const end = () => child.kill("SIGTERM");
  process.once("exit", end);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      process.off("exit", end);
      if (code === 0) resolve();
      else
        reject(
          new StartError(
            `${output.join("")}\nThe pages could not be built (${signal ?? `code ${code}`}). The reason stands above.`,
          ),
        );
    });
  });
}

function hashSources(root: string): string {
  const hash = createHash("sha256");
  const data = process.env.OPENFLOOR_DATA ? path.resolve(process.env.OPENFLOOR_DATA) : undefined;
  const visit = (directory: string) => {
    for (const entry of readdirSync(directory, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const file = path.join(directory, entry.name);
      const top = directory === root;
      if (
        entry.name.startsWith(".") ||
        file === data ||
        (top && (APART.has(entry.name) || /\.(md|tsbuildinfo)$/.test(entry.name)))
      )
        continue;
      if (entry.isDirectory()) visit(file);
      else if (statSync(file, { throwIfNoEntry: false })?.isFile())
        hash.update(path.relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
    }
  };
  visit(root);
  // A build carries the key of its actions: another key is another build.
  hash
    .update(process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? "")
    .update(process.versions.node.split(".")[0] ?? "");
  return hash.digest("hex");
}
