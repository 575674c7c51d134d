import { createRequire } from "node:module";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { accepts } from "./static.mjs";

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];
// Together, in bytes, as sent. A page that is asked for again finds its way back in.
const ROOM = 24 * 1024 * 1024;
// In characters. What is shorter is measured as quickly as it is found.
const LONG = 10_000;

/** @typedef {{ plain: Buffer, br?: Buffer, gzip?: Buffer, packing?: boolean }} Forms */

/**
 * Kept pages as bytes, by their text: encoding and compressing the same text for each request took more time
 * than all else. Next hands out the same string while it keeps a page, so finding it costs no comparison.
 * @type {Map<string, Forms>}
 */
const pages = new Map();
let held = 0;

// For each answer Next measures the text of the page before it hands it over: of a long page a fifth of all the
// work. What is kept here has been measured.
const measure = Buffer.byteLength.bind(Buffer);
Buffer.byteLength = (value, encoding) =>
  (typeof value === "string" && value.length > LONG && !encoding
    ? pages.get(value)?.plain.length
    : undefined) ?? measure(value, encoding);

// The one that Next itself would use.
/** @type {() => (request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse, next: () => void) => void} */
const compression = createRequire(import.meta.url)("next/dist/compiled/compression");
const compress = compression();

/**
 * Compresses answers, as Next would, but those of kept pages only once.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
export function sendCompressed(request, response) {
  const end = response.end.bind(response);
  compress(request, response, () => {});
  const onward = response.end.bind(response);
  const overrides = {
    end: (/** @type {any[]} */ ...given) => {
      const [text] = given;
      if (typeof text !== "string" || response.headersSent || !isKept(response)) return onward(...given);
      const forms = formsOf(text);
      const accepted = String(request.headers["accept-encoding"] ?? "");
      const encoding = /** @type {const} */ (["br", "gzip"]).find((name) => accepts(accepted, name));
      const body = encoding ? forms[encoding] : forms.plain;
      if (!body) {
        pack(text, forms);
        return onward(...given);
      }
      if (encoding) response.setHeader("content-encoding", encoding);
      response.setHeader("content-length", body.length);
      if (!/accept-encoding/i.test(String(response.getHeader("vary"))))
        response.appendHeader("vary", "Accept-Encoding");
      return end(body);
    },
  };
  Object.assign(response, overrides);
}

/** A page that is the same for everyone for a while. @param {import("node:http").ServerResponse} response */
const isKept = (response) =>
  response.statusCode === 200 &&
  String(response.getHeader("content-type")).startsWith("text/html") &&
  String(response.getHeader("cache-control")).includes("s-maxage");

/** @param {string} text */
function formsOf(text) {
  const known = pages.get(text);
  if (known) return known;
  /** @type {Forms} */
  const forms = { plain: Buffer.from(text) };
  pages.set(text, forms);
  hold(forms.plain.length);
  return forms;
}

/** @param {number} bytes */
function hold(bytes) {
  held += bytes;
  for (const [text, { plain, br, gzip: gz }] of pages) {
    if (held <= ROOM) return;
    pages.delete(text);
    held -= plain.length + (br?.length ?? 0) + (gz?.length ?? 0);
  }
}

/** In the threads of zlib; until it is done, answers are compressed one by one. @param {string} text @param {Forms} forms */
async function pack(text, forms) {
  if (forms.packing) return;
  forms.packing = true;
  const [br, gz] = await Promise.all([
    brotli(forms.plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    zip(forms.plain),
  ]);
  if (pages.get(text) !== forms) return;
  Object.assign(forms, { br, gzip: gz });
  hold(br.length + gz.length);
}
