/**
 * Keeps my agenda, the programme and the sessions that were opened for when there is no network. The network
 * always goes first; what was kept says in <html data-kept> when it was taken. Never kept: anything that is
 * posted, the desk, sign-in, accounts. What is someone's own lies apart, so that it can be dropped at sign-out.
 * A page that is not kept is stood in for by public/sw-offline.js.
 */
const worker = /** @type {ServiceWorkerGlobalScope} */ (self);
importScripts("/sw-offline.js");

const PAGES = "openfloor-pages-1";
const OWN = "openfloor-own-1";
const FILES = "openfloor-files-1";
/** A network that has not answered by then is none, in a hall with a thousand phones. */
const PATIENCE = 4000;
const MOST = { [PAGES]: 200, [OWN]: 20, [FILES]: 400 };

const PUBLIC_PAGE = /^\/[a-z]{2}\/[^/]+\/programme(\/[^/.]+)?$/;
const OWN_PAGE = /^\/[a-z]{2}\/[^/]+\/agenda$/;
const PUBLIC_DATA = /^(\/[a-z]{2}\/[^/]+\/programme\/search\.json|\/api\/offline)$/;
const OWN_DATA = /^\/api\/(agenda\/[^/]+|me)$/;
const FILE = /^\/_next\/static\//;

/** Where an address is kept; undefined: nowhere. @param {URL} url */
function shelf({ origin, pathname }) {
  if (origin !== location.origin) return;
  if (FILE.test(pathname)) return FILES;
  if (PUBLIC_PAGE.test(pathname) || PUBLIC_DATA.test(pathname)) return PAGES;
  if (OWN_PAGE.test(pathname) || OWN_DATA.test(pathname)) return OWN;
}

/** A page is kept once, whatever day or filter its address asks for. @param {URL} url */
const keyOf = (url) => (OWN_DATA.test(url.pathname) ? url.pathname + url.search : url.pathname);

worker.addEventListener("install", (event) => {
  worker.skipWaiting();
  event.waitUntil(keepAddress(WORDS));
});
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  const name = shelf(url);
  if (!name) {
    if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => offlinePage(url)));
    return;
  }
  const page = PUBLIC_PAGE.test(url.pathname) || OWN_PAGE.test(url.pathname);
  // The same address also answers parts of a page to its scripts; those are not kept, so they are not touched.
  if (page && request.mode !== "navigate") return;
  event.respondWith(name === FILES ? file(event, keyOf(url)) : answer(event, name, keyOf(url)));
});

/** A page says what else its reader will want without network, or that nobody is signed in here any more. */
worker.addEventListener("message", (event) => {
  const { keep, forget } = event.data ?? {};
  if (forget) event.waitUntil(forgetOwn());
  if (Array.isArray(keep)) event.waitUntil(Promise.all(keep.map(keepAddress)));
});

/** Counts what is asked for and when the reader's own was dropped, so that a late answer is known as one. */
let turn = 0;
let dropped = 0;
/** By address, when the copy that is kept was asked for. @type {Map<string, number>} */
const askedAt = new Map();

async function forgetOwn() {
  turn += 1;
  dropped = turn;
  await caches.delete(OWN);
}

/** @param {string} address */
async function keepAddress(address) {
  const url = new URL(address, location.origin);
  const name = shelf(url);
  if (!name || (name === FILES && (await caches.match(keyOf(url))))) return;
  turn += 1;
  const asked = turn;
  // The agenda of someone who is not signed in leads to sign-in: no answer to keep.
  const response = await fetch(url, { redirect: "manual", credentials: "same-origin" }).catch(
    () => undefined,
  );
  if (response) await put(name, keyOf(url), response, asked);
}

/** Names of files never come twice with another content. @param {FetchEvent} event @param {string} key */
async function file(event, key) {
  const kept = await (await caches.open(FILES)).match(key);
  if (kept) return kept;
  turn += 1;
  const asked = turn;
  const response = await fetch(event.request);
  event.waitUntil(put(FILES, key, response.clone(), asked));
  return response;
}

/** @param {FetchEvent} event @param {string} name @param {string} key */
async function answer(event, name, key) {
  turn += 1;
  const asked = turn;
  // Past the browser's own cache: that would hand out an old page, offline too, that does not say so.
  const network = fetch(event.request, { cache: "reload" });
  const stored = network.then((response) => put(name, key, response.clone(), asked)).catch(() => undefined);
  event.waitUntil(stored);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const first = await Promise.race([network.catch(() => undefined), late]);
  // What the server says goes, also that it cannot just now: it knows more than a copy does.
  if (first instanceof Response) return first;
  const kept = await (await caches.open(name)).match(key);
  if (kept) return marked(kept);
  return event.request.mode === "navigate"
    ? network.catch(() => offlinePage(new URL(event.request.url)))
    : network;
}

/** Nobody is signed in, or not as someone who may see it. @param {Response} response */
const signedOut = ({ status, type, redirected }) =>
  redirected ||
  type === "opaqueredirect" ||
  [204, 401, 403].includes(status) ||
  (status >= 300 && status < 400);

/** @param {string} name @param {string} key @param {Response} response @param {number} asked */
async function put(name, key, response, asked) {
  // Opened before it is looked whether it was dropped: what is put into a cache that was deleted is gone.
  const cache = await caches.open(name);
  if (late(name, key, asked)) return;
  // What is kept must not outlive its reader, nor its page. A fault, or too many requests, say nothing of either.
  if (name === OWN && signedOut(response)) return forgetOwn();
  if (response.status === 404 || response.status === 410) return void (await cache.delete(key));
  if (!response.ok || response.status === 204) return;
  const body = await response.blob();
  // Another one may have signed in while it was on its way.
  if (late(name, key, asked)) return;
  askedAt.set(key, asked);
  const headers = new Headers(response.headers);
  headers.set("x-kept", new Date().toISOString());
  // The body is kept as it is read, not as it came over the wire.
  for (const wire of ["content-encoding", "content-length"]) headers.delete(wire);
  // In one step, so that there is always a copy; what is put anew comes last, so the order of the keys is that of use.
  await cache.put(key, new Response(body, { status: 200, headers }));
  if (name !== FILES && headers.get("content-type")?.startsWith("text/html"))
    await keepFiles(await body.text());
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - MOST[name]))) await cache.delete(old);
}

/** Asked for before the reader's own was dropped, or before what is kept by now. @param {string} name @param {string} key @param {number} asked */
const late = (name, key, asked) => (name === OWN && asked < dropped) || asked < (askedAt.get(key) ?? 0);

/** The scripts and styles that a page names. @param {string} html */
async function keepFiles(html) {
  const named = new Set(html.match(/\/_next\/static\/[^"'\\\s)?&]+/g));
  await Promise.all([...named].map(keepAddress));
}

/** The page as it was kept, saying since when. @param {Response} kept */
async function marked(kept) {
  if (!kept.headers.get("content-type")?.startsWith("text/html")) return kept;
  const html = await kept.text();
  const at = kept.headers.get("x-kept") ?? "";
  const { status, headers } = kept;
  return new Response(html.replace("<html ", `<html data-kept="${at}" `), { status, headers });
}
