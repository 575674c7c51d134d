import { readdirSync, readFileSync } from "node:fs";
import { extname, join, sep } from "node:path";

const PREFIX = "/_next/static/";
/** @type {Record<string, string>} */
const TYPES = {
  ".js": "application/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
  ".json": "application/json; charset=UTF-8",
  ".svg": "image/svg+xml",
  ".map": "application/json; charset=UTF-8",
};
const ENCODINGS = /** @type {const} */ ([
  ["br", ".br"],
  ["gzip", ".gz"],
]);

/**
 * Serves the files of /_next/static that scripts/build.ts compressed, to clients that accept it; everything
 * else is left to Next. Only files that stood there at the start are served, from memory after the first time.
 * @param {string} dist
 */
export function prepareStatic(dist) {
  const root = join(dist, "static");
  /** @type {Map<string, Buffer | undefined>} */
  const files = new Map();
  for (const entry of list(root))
    if (/\.(br|gz)$/.test(entry)) files.set(PREFIX + entry.split(sep).join("/"), undefined);

  /**
   * @param {import("node:http").IncomingMessage} request
   * @param {import("node:http").ServerResponse} response
   * @returns {boolean}
   */
  return (request, response) => {
    const path = request.url?.split("?")[0] ?? "";
    if (!path.startsWith(PREFIX) || (request.method !== "GET" && request.method !== "HEAD")) return false;
    const type = TYPES[extname(path)];
    if (!type || request.headers.range) return false;
    const accepted = String(request.headers["accept-encoding"] ?? "");
    for (const [encoding, suffix] of ENCODINGS) {
      if (!accepts(accepted, encoding) || !files.has(path + suffix)) continue;
      const body = files.get(path + suffix) ?? readFileSync(join(root, path.slice(PREFIX.length) + suffix));
      files.set(path + suffix, body);
      response.writeHead(200, {
        "content-type": type,
        "content-encoding": encoding,
        "content-length": body.length,
        "cache-control": "public, max-age=31536000, immutable",
        "x-content-type-options": "nosniff",
        vary: "Accept-Encoding",
      });
      response.end(request.method === "HEAD" ? undefined : body);
      return true;
    }
    return false;
  };
}

/** @param {string} header @param {string} encoding */
export const accepts = (header, encoding) =>
  header.split(",").some((part) => {
    const [name, weight] = part.trim().split(/\s*;\s*q=/i);
    return name?.toLowerCase() === encoding && weight !== "0";
  });

/** @param {string} root @returns {string[]} */
function list(root) {
  try {
    return readdirSync(root, { recursive: true, encoding: "utf8" });
  } catch {
    return [];
  }
}
