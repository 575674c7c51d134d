import { readdirSync, readFileSync } from "node:fs";

/**
 * Pages that this server writes itself, because the pages of the portal cannot: of few words, in the reader's
 * language, with nothing to load.
 */
const folder = new URL("../messages/", import.meta.url);

/** @type {Map<string, Record<string, Record<string, string>>>} */
const languages = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => [
      file.slice(0, -".json".length),
      JSON.parse(readFileSync(new URL(file, folder), "utf8")).refused,
    ]),
);

/** @param {string | undefined} word @returns {word is string} */
export const isLanguage = (word) => word !== undefined && languages.has(word);

/** @param {import("node:http").IncomingMessage} request */
function languageOf(request) {
  const chosen = /(?:^|;\s*)openfloor\.locale=(\w+)/.exec(request.headers.cookie ?? "")?.[1];
  const preferred = (request.headers["accept-language"] ?? "").split(/[,;-]/, 1)[0]?.trim();
  const candidates = [request.url?.split(/[/?]/)[1], chosen, preferred];
  return candidates.find((candidate) => candidate && languages.has(candidate)) ?? "en";
}

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {string} noun under "refused" in the messages
 * @param {{ text?: string, values?: Record<string, string>, again?: boolean }} [more] which text; what stands in
 *   its braces; whether a link leads to the same address
 * @returns {string}
 */
export function page(request, noun, { text = "text", values = {}, again = false } = {}) {
  const language = languageOf(request);
  const words = languages.get(language)?.[noun] ?? {};
  const said = (words[text] ?? "").replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  const title = escaped(words.title ?? "");
  const link = again
    ? `<p><a href="${escaped(request.url ?? "/")}">${escaped(words.again ?? "")}</a></p>`
    : "";
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style><main><h1>${title}</h1><p>${escaped(said)}</p>${link}</main></html>`;
}

// The colours of app/globals.css, which may be out of reach now.
const STYLE =
  ":root{color-scheme:light dark}" +
  "body{margin:0;background:light-dark(#faf9f5,#10152a);color:light-dark(#141b34,#eef0f7);font:1.125rem/1.55 Commissioner,system-ui,sans-serif}" +
  "main{max-width:38rem;margin:0 auto;padding:4rem 1.25rem}h1{line-height:1.15;letter-spacing:-.022em}" +
  "a{display:inline-block;padding:.6rem 0;color:light-dark(#0d3fb3,#9db8ff);font-weight:640}";
