import { randomBytes } from "node:crypto";
import { isLanguage } from "./words.mjs";

/**
 * Pages that are made for one person: their scripts carry a nonce, and no cache keeps them. Every other page is
 * rendered once for everyone, so its scripts cannot carry one: inline ones are allowed there.
 */
const PERSONAL = [
  /^\/[^/]+\/(sign-in|account|owner|mailbox)(\/|$)/,
  /^\/[^/]+\/[^/]+\/(agenda|register|registration|my-data|admin)(\/|$)/,
  /^\/[^/]+\/[^/]+\/programme\/[^/]+\/(seat|feedback)(\/|$)/,
];

const evaluation = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";

/** @param {string} scripts */
const policy = (scripts) =>
  [
    "default-src 'self'",
    `script-src 'self' ${scripts}${evaluation}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

const PUBLIC_POLICY = policy("'unsafe-inline'");

const HEADERS = {
  "strict-transport-security": "max-age=31536000",
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  // The camera reads tickets at the door.
  "permissions-policy":
    "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  "cross-origin-opener-policy": "same-origin",
};

/**
 * The headers of every answer, and what the pages are told with the request: the nonce of a personal page (as Next
 * finds it, in the policy), the address for the way back after sign-in, and the language of the address. What a
 * client says in their place is not believed. It decides nothing about rights: each action and page proves who
 * asks in lib/auth. Here and not in a proxy.ts of Next, which copies every body that is posted
 * (docs/decisions/006-headers-in-the-server.md).
 * @param {import("node:http").IncomingMessage} request its address can be decoded (refuse.mjs)
 * @param {import("node:http").ServerResponse} response
 */
export function setHeaders(request, response) {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  const told = request.headers;
  for (const name of ["content-security-policy", "content-security-policy-report-only", "x-next-intl-locale"])
    delete told[name];
  const address = request.url ?? "/";
  // Next's own scripts add it when they fetch a page; nobody comes back to that.
  told["x-openfloor-path"] = address.replace(/([?&])_rsc=[^&]*&?/, "$1").replace(/[?&]$/, "");
  const path = decodeURIComponent(address.split("?", 1)[0] ?? "/");
  if (!PERSONAL.some((pattern) => pattern.test(path))) {
    response.setHeader("content-security-policy", PUBLIC_POLICY);
    return;
  }
  const language = path.split("/")[1];
  if (isLanguage(language)) told["x-next-intl-locale"] = language;
  const own = policy(`'nonce-${randomBytes(16).toString("base64")}' 'strict-dynamic'`);
  told["content-security-policy"] = own;
  response.setHeader("content-security-policy", own);
  response.setHeader("cache-control", "private, no-store");
}
