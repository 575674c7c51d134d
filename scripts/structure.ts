import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { violations } from "./structure/rules";
import { readSource } from "./structure/source";

/**
 * Holds what the linter cannot: names in lib, what a client component, a rule and a public page may touch.
 * That imports go down only (app, components, lib, db) is held by biome.json.
 */
const FLOORS = ["app", "components", "lib", "db", "server"];

/** Checks the source files under `root`. */
export function inspect(root: string) {
  const inside = FLOORS.filter((floor) => existsSync(path.join(root, floor))).flatMap((floor) =>
    readdirSync(path.join(root, floor), { recursive: true, encoding: "utf8" }).map((file) =>
      path.join(floor, file),
    ),
  );
  const files = [...readdirSync(root), ...inside]
    .filter((file) => /\.(m?ts|tsx|mjs)$/.test(file))
    .map((file) => file.split(path.sep).join("/"));
  return violations(files.map((file) => readSource(file, readFileSync(path.join(root, file), "utf8"))));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const found = inspect(process.cwd());
  for (const { file, line, rule, message } of found) console.log(`${file}:${line} [${rule}]\n  ${message}`);
  console.log(found.length === 0 ? "The structure holds." : `\n${found.length} places break the structure.`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
