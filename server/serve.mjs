import { createServer } from "node:http";
import next from "next";
import { clientAddress, isNear } from "./address.mjs";
import { setHeaders } from "./headers.mjs";
import { sendCompressed } from "./kept.mjs";
import { log } from "./log.mjs";
import { refuseAddress, refuseBody, refuseOrigin } from "./refuse.mjs";
import { withRequest } from "./request.mjs";
import { prepareStatic } from "./static.mjs";

/**
 * One server process: pages, and jobs beside them. Any number may run on one build and one database.
 * The environment is complete when this starts (scripts/start.ts fills it, or the operator's unit does).
 */
const dev = process.env.NODE_ENV === "development";
const port = Number(process.env.PORT || 3000);
const trustedProxies = Number(process.env.TRUSTED_PROXIES || 0);
// Less than ten seconds, so that a busy machine is through with the rest in time, too.
const PATIENCE = 7000;
const origin = new URL(process.env.BASE_URL || `http://localhost:${port}`).origin;

/** @type {{ stopping: boolean, steps: Map<string, () => Promise<void> | void> }} */
const shutdown = { stopping: false, steps: new Map() };
Object.assign(globalThis, { openfloorShutdown: shutdown });

// Next handles signals by leaving at once; this process lets what runs finish.
process.env.NEXT_MANUAL_SIG_HANDLE = "1";

// Nothing that matters lives in the process, so a fault in one answer must not end those of everyone else.
process.on("unhandledRejection", (reason) => log.error({ err: reason }, "a promise was left rejected"));
process.on("uncaughtException", (error) => log.error({ err: error }, "an error was left uncaught"));
process.on("SIGTERM", () => stop("SIGTERM"));
process.on("SIGINT", () => stop("SIGINT"));
// Started by `npm start`: when that is killed, this server must not stay behind and hold the port.
process.on("disconnect", () => stop("the end of the process that started it"));

const server = createServer({ requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 65_000 });
const app = next({ dev, dir: process.cwd(), port, hostname: "localhost", httpServer: server });

try {
  await app.prepare();
} catch (error) {
  log.fatal({ err: error }, error instanceof Error ? error.message : "the server could not start");
  process.exit(1);
}

const handle = app.getRequestHandler();
const serveStatic = dev ? undefined : prepareStatic(process.env.NEXT_DIST_DIR || ".next");

server.on("request", (request, response) => {
  const { headers } = request;
  const address = clientAddress(headers["x-forwarded-for"], request.socket.remoteAddress, trustedProxies);
  const near = isNear(request);
  if (trustedProxies === 0 && headers["x-forwarded-for"]) warnOfProxy();
  // What a client says about itself is not believed: links are built from BASE_URL, limits from the socket.
  for (const name of [
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-forwarded-port",
    "x-forwarded-for",
    "x-real-ip",
    "forwarded",
  ])
    delete headers[name];
  headers["x-openfloor-address"] = address;
  headers["x-openfloor-near"] = near ? "1" : "0";
  if (shutdown.stopping) response.setHeader("connection", "close");
  if (serveStatic?.(request, response)) return;
  if (refuseAddress(request, response, origin)) return;
  if (refuseOrigin(request, response, origin) || refuseBody(request, response)) return;
  setHeaders(request, response);
  withRequest(request, response, () => {
    sendCompressed(request, response);
    handle(request, response).catch((error) => {
      log.error({ err: error }, "a request was not answered");
      if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain; charset=utf-8" });
      response.end("Something went wrong. Please try again.");
    });
  });
});
server.once("error", (error) => {
  const { code } = /** @type {NodeJS.ErrnoException} */ (error);
  if (code === "EADDRINUSE")
    log.fatal(`Port ${port} is taken by another program. Choose another one with PORT=<number>.`);
  else log.fatal({ err: error }, "the server could not listen");
  process.exit(1);
});
// Only now: a request that comes before the pages are ready would wait for an answer in vain.
server.listen(port, process.env.HOST || undefined, () => {
  log.debug({ port }, "serving");
  process.send?.("serving");
});

let warned = false;
/** Once: all visitors would share the limits of one address, and one of them could use them up. */
function warnOfProxy() {
  if (warned) return;
  warned = true;
  log.warn("a proxy stands in front (X-Forwarded-For), but TRUSTED_PROXIES is 0: set it to their number");
}

/** @param {string} reason */
async function stop(reason) {
  if (shutdown.stopping) process.exit(1);
  shutdown.stopping = true;
  log.info({ reason }, "stopping");
  setTimeout(() => {
    log.warn("stopped before everything had ended");
    process.exit(0);
  }, PATIENCE).unref();
  const closed = new Promise((resolve) => server.close(resolve));
  const { database, ...others } = /** @type {Record<string, (() => Promise<void> | void) | undefined>} */ (
    Object.fromEntries(shutdown.steps)
  );
  await Promise.allSettled([closed, ...Object.values(others).map((step) => step?.())]);
  await app.close().catch(() => {});
  // Last: everything else may still write.
  await Promise.allSettled([database?.()]);
  log.info("stopped");
  process.exit(0);
}
