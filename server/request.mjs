import { AsyncLocalStorage } from "node:async_hooks";
import { page } from "./words.mjs";

/**
 * What the code of a page may tell the server around it about the request it answers
 * (lib/request-notes.ts): a server action has no way to set a status itself.
 * @typedef {import("../lib/request-notes").RequestNotes} Told
 */

/** @type {AsyncLocalStorage<Told>} */
const requests = new AsyncLocalStorage();
// The pages are in bundles of their own and would get a module of their own, too.
Object.assign(globalThis, { openfloorRequests: requests });

/**
 * Runs `work` for this request. When it tells of a limit, the answer to a write says 429 and when to try again. When it tells of an outage, an answer that would say "done" to a write, or
 * "fault" to anything, says 503 and when to come back; instead of a fault's page, which is empty without
 * scripts, a browser gets words. A page that was kept and needs no database stays as it is.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {() => void} work
 */
export function withRequest(request, response, work) {
  /** @type {Told} */
  const told = {};
  /** @type {string | undefined} */
  let instead;
  const writeHead = response.writeHead.bind(response);
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  const head = (/** @type {number} */ status, /** @type {any[]} */ ...rest) => {
    const to = response.getHeader("location");
    // Next names the way twice when it makes a kept page that leads elsewhere (16.4.6); browsers would join both.
    if (Array.isArray(to) && to[0]) response.setHeader("location", to[0]);
    const failed = status === 500;
    const written = status === 200 && request.method === "POST";
    if (told.tooMany && !told.outage && written) {
      response.setHeader("retry-after", String(told.tooMany));
      return writeHead(429, ...rest);
    }
    if (!told.outage || !(failed || written)) return writeHead(status, ...rest);
    response.setHeader("retry-after", "5");
    if (failed && isForPeople(request)) {
      const posted = request.method === "POST";
      instead = page(request, "away", { text: posted ? "unsaved" : "text", again: !posted });
      for (const name of ["content-encoding", "content-length", "etag"]) response.removeHeader(name);
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.setHeader("cache-control", "private, no-store");
    }
    return writeHead(503, ...rest);
  };
  const overrides = {
    writeHead: head,
    write: (/** @type {any[]} */ ...chunk) => {
      // Else the driver of the answer would write the head only after it took the chunk.
      if ((told.outage || told.tooMany) && !response.headersSent) response.writeHead(response.statusCode);
      return instead === undefined ? write(.../** @type {[any]} */ (chunk)) : true;
    },
    end: (/** @type {any[]} */ ...chunk) => {
      if ((told.outage || told.tooMany) && !response.headersSent) response.writeHead(response.statusCode);
      return instead === undefined ? end(.../** @type {[any]} */ (chunk)) : end(instead);
    },
  };
  Object.assign(response, overrides);
  requests.run(told, work);
}

/** @param {import("node:http").IncomingMessage} request */
const isForPeople = ({ headers }) =>
  !headers.rsc && !headers["next-action"] && String(headers.accept ?? "").includes("text/html");
