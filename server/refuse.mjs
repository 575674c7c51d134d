import { page } from "./words.mjs";

const LIMIT = 1024 * 1024;
// A speaker's photo may have 5 MB (lib/photos/rules.ts), and stands in a form with more.
const PHOTO_LIMIT = 6 * LIMIT;
const PHOTO_FORM = /^\/[^/]+\/[^/]+\/admin\/programme\/speakers(\/|$)/;
const DRAINED = 16 * LIMIT;

const READING = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Answers an address that cannot be decoded, or that holds a NUL, which the database would not even compare;
 * true if it did.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {string} own the origin of BASE_URL
 * @returns {boolean}
 */
export function refuseAddress(request, response, own) {
  const [path = "", ...query] = (request.url ?? "").split("?");
  try {
    if (!decodeURIComponent(path).includes("\0") && !query.join("?").includes("%00")) return false;
  } catch {
    // Not an address that anyone could have meant.
  }
  answer(request, response, 404, page(request, "address", { values: { address: own } }));
  return true;
}

/**
 * Answers a write that does not come from a page of this portal: another site's form, a missing Origin, or
 * "null" of a sandboxed frame; true if it did. Browsers send Origin with every POST.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {string} own the origin of BASE_URL
 * @returns {boolean}
 */
export function refuseOrigin(request, response, own) {
  if (READING.has(request.method ?? "GET") || request.headers.origin === own) return false;
  answer(request, response, 403, page(request, "elsewhere", { values: { address: own } }));
  return true;
}

/**
 * Answers a request whose body is too large, or of unknown length, before anything reads it; true if it did.
 * Neither limit is above the one of the server actions (next.config.ts), so whoever posts a page gets words, not
 * a fault.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @returns {boolean}
 */
export function refuseBody(request, response) {
  const { "content-length": length, "transfer-encoding": encoding } = request.headers;
  if (encoding && length === undefined) {
    answer(request, response, 411, page(request, "length"));
    return true;
  }
  const limit = PHOTO_FORM.test((request.url ?? "").split("?")[0] ?? "") ? PHOTO_LIMIT : LIMIT;
  if (Number(length ?? 0) <= limit) return false;
  answer(request, response, 413, page(request, limit === LIMIT ? "large" : "photo"));
  return true;
}

/**
 * A browser shows the answer only when it could send its body: so some of it is read and thrown away.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {number} status
 * @param {string} html
 */
function answer(request, response, status, html) {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    connection: "close",
  });
  const end = () => {
    if (!response.writableEnded) response.end(html);
  };
  let seen = 0;
  request.on("data", (chunk) => {
    seen += chunk.length;
    if (seen <= DRAINED) return;
    end();
    request.destroy();
  });
  // Only then: a connection that closes while the body is on its way is a broken one, and nobody reads the answer.
  request.on("end", end);
  request.on("error", end);
}
