import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? files(file) : [file];
  });
}

/** "/[locale]/[conference]/admin": the address of a file under app, without route groups. */
const addressOf = (file: string) =>
  `/${path
    .dirname(path.relative("app", file))
    .split(path.sep)
    .filter((part) => part !== "." && !/^\(.*\)$/.test(part))
    .join("/")}`;

/** Every page there is. */
export const pagesThere = () =>
  files("app")
    .filter((file) => path.basename(file) === "page.tsx")
    .map(addressOf)
    .sort();

/** Every method of every route handler there is: "GET /api/me". */
export const routesThere = () =>
  files("app")
    .filter((file) => path.basename(file) === "route.ts" || path.basename(file) === "route.tsx")
    .flatMap((file) =>
      [
        ...readFileSync(file, "utf8").matchAll(
          /export (?:(?:async )?function|const) (GET|POST|PUT|PATCH|DELETE)\b/g,
        ),
      ].map(([, method]) => `${method} ${addressOf(file)}`),
    )
    .sort();

/** Every exported action there is: "registrations/registerAction". */
export const actionsThere = () =>
  files("lib")
    .filter((file) => /^["']use server["']/m.test(readFileSync(file, "utf8")))
    .flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/^export (?:async function|const) (\w+)/gm)].map(
        ([, name]) => `${path.relative("lib", path.dirname(file))}/${name}`,
      ),
    )
    .sort();

/** Files with a function that says "use server" inside: the table cannot name them, so there are none. */
export const inlineActions = () =>
  [...files("app"), ...files("components"), ...files("lib")].filter(
    (file) => /\.tsx?$/.test(file) && /^\s+["']use server["']/m.test(readFileSync(file, "utf8")),
  );
