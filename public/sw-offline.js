/**
 * The page that stands in for one that is not kept, when there is no network: in the reader's language, with what
 * of that conference can be read. It names pages and their age, and nothing that stands in them.
 * Part of public/sw.js: the names of the shelves come from there.
 */
const WORDS = "/api/offline";
const KEPT_PAGE = /^\/([a-z]{2})\/([^/]+)\/(agenda|programme)$/;

/** @param {URL} url of the page that was asked for */
async function offlinePage({ pathname, search }) {
  const languages = await (await caches.match(WORDS))?.json();
  // It was never fetched: then the browser says it in its own words.
  if (!languages) return Response.error();
  const [, first = "", conference = ""] = pathname.split("/");
  const preferred = navigator.languages.map((tag) => tag.split("-")[0] ?? "");
  const language = [first, ...preferred].find((one) => Object.hasOwn(languages, one)) ?? "en";
  const words = languages[language];
  const kept = await keptPages(language, conference);
  const links = kept.map(
    ({ address, title, at }) =>
      `<li><a href="${escaped(address)}">${title}</a><small>${escaped(words.asOf.replace("{moment}", moment(at, language)))}</small></li>`,
  );
  const list = `<h2>${escaped(words.kept)}</h2><ul>${links.join("")}</ul><p>${escaped(words.opened)}</p>`;
  const title = escaped(words.title);
  const html = `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${LOOK}</style><main><h1>${title}</h1><p>${escaped(words.text)}</p><p><a class="button" href="${escaped(pathname + search)}">${escaped(words.again)}</a></p>${links.length > 0 ? list : `<p>${escaped(words.none)}</p>`}</main></html>`;
  return new Response(html, {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    },
  });
}

/**
 * Programme and agenda as they are kept: of the conference in the address, else of all; in the language of the
 * reader if there, else in the one in which they were read.
 * @param {string} language @param {string} conference
 */
async function keptPages(language, conference) {
  const found = [];
  for (const name of [OWN, PAGES]) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      const address = new URL(url).pathname;
      const [, tongue, slug, kind] = KEPT_PAGE.exec(address) ?? [];
      if (kind) found.push({ cache, address, tongue, slug, what: `${slug}/${kind}` });
    }
  }
  const here = found.filter(({ slug }) => slug === conference);
  const chosen = (here.length > 0 ? here : found).filter(
    ({ tongue, what }, _, all) =>
      tongue === language || !all.some((other) => other.what === what && other.tongue === language),
  );
  return Promise.all(
    chosen.map(async ({ cache, address }) => {
      const response = await cache.match(address);
      // As it stands in the page, so it is escaped; "My agenda · ECC 2019" or the like.
      const title = /<title>([^<]*)<\/title>/.exec((await response?.text()) ?? "")?.[1] || escaped(address);
      return { address, title, at: new Date(response?.headers.get("x-kept") ?? Date.now()) };
    }),
  );
}

/** In the time of the reader's own clock. @param {Date} at @param {string} language */
const moment = (at, language) =>
  new Intl.DateTimeFormat(language, {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at);

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

// The colours of app/globals.css, which may not be kept.
const LOOK =
  ":root{color-scheme:light dark}" +
  "body{margin:0;background:light-dark(#faf9f5,#10152a);color:light-dark(#141b34,#eef0f8);font:1.0625rem/1.55 Commissioner,system-ui,sans-serif}" +
  "main{max-width:38rem;margin:0 auto;padding:3.5rem 1.25rem}" +
  "h1{margin:0 0 1rem;font-size:clamp(1.9rem,6vw,2.6rem);line-height:1.12;letter-spacing:-.022em;text-wrap:balance}" +
  "h2{margin:2.75rem 0 .5rem;padding-top:1rem;border-top:2px solid;font-size:1.25rem;line-height:1.2;letter-spacing:-.022em}" +
  "p{color:light-dark(#4a5270,#b9c0d8)}ul{margin:0;padding:0;list-style:none}" +
  "li{padding:.35rem 0 .8rem;border-bottom:1px solid light-dark(#e4e1d8,#2c3557)}" +
  "li a{display:flex;align-items:center;min-height:44px;color:light-dark(#0d3fb3,#9db8ff);font-weight:640}" +
  "small{display:block;font-size:.875rem;color:light-dark(#626a87,#98a0bd)}" +
  ".button{display:inline-flex;align-items:center;min-height:44px;padding:0 1.1rem;border-radius:8px;background:light-dark(#0d3fb3,#9db8ff);color:light-dark(#fff,#0b1430);font-weight:640;text-decoration:none}" +
  ":focus-visible{outline:3px solid light-dark(#0d3fb3,#9db8ff);outline-offset:2px;border-radius:4px}";

Object.assign(self, { offlinePage });
