import { readFileSync } from "node:fs";
import { setImmediate as turn } from "node:timers/promises";
import vm from "node:vm";
import { expect, test } from "vitest";

const ORIGIN = "https://portal.example";
const AGENDA = "/en/clocks/agenda";
const SESSION = "/en/clocks/programme/keynote";

/** public/sw.js as a browser runs it, with caches to look into and a network whose answers come when told. */
function aWorker() {
  const shelves = new Map<string, Map<string, Response>>();
  const caches = {
    open: async (name: string) => {
      const shelf = shelves.get(name) ?? new Map<string, Response>();
      shelves.set(name, shelf);
      return {
        match: async (key: string) => shelf.get(key)?.clone(),
        put: async (key: string, response: Response) => void shelf.set(key, response),
        delete: async (key: string) => shelf.delete(key),
        keys: async () => [...shelf.keys()],
      };
    },
    delete: async (name: string) => shelves.delete(name),
    match: async (key: string) => [...shelves.values()].map((shelf) => shelf.get(key)).find(Boolean),
  };
  const listeners = new Map<string, (event: object) => void>();
  const asked: { path: string; answer: (response: Response) => void }[] = [];
  const scope = {
    addEventListener: (name: string, listener: (event: object) => void) => listeners.set(name, listener),
  };
  vm.runInNewContext(readFileSync("public/sw.js", "utf8"), {
    self: scope,
    caches,
    importScripts: () => undefined,
    location: new URL(ORIGIN),
    fetch: (url: URL) =>
      new Promise<Response>((answer) => asked.push({ path: new URL(url).pathname, answer })),
    ...{ URL, Response, Headers, setTimeout },
  });
  const tell = (data: object) => {
    const done: Promise<unknown>[] = [];
    listeners.get("message")?.({ data, waitUntil: (work: Promise<unknown>) => done.push(work) });
    return Promise.all(done);
  };
  /** Has an address kept; answers what the network's answer is given to, and the end of it all. */
  const keep = async (path: string) => {
    const done = tell({ keep: [path] });
    await turn();
    const request = asked.pop();
    if (request?.path !== path) throw new Error(`${path} was not asked for`);
    return async (response: Response) => {
      request.answer(response);
      await done;
    };
  };
  const kept = async (path: string) => (await caches.match(path))?.clone().text();
  return { tell, keep, kept };
}

test.each([404, 410])("a page that is gone (%i) is not kept any longer", async (status) => {
  const { keep, kept } = aWorker();
  await (await keep(SESSION))(new Response("Keynote"));
  expect(await kept(SESSION)).toBe("Keynote");
  await (await keep(SESSION))(new Response("No such page", { status }));
  expect(await kept(SESSION)).toBeUndefined();
});

test.each([400, 404, 429, 500, 503])("an answer of %i does not empty the agenda", async (status) => {
  const { keep, kept } = aWorker();
  await (await keep(AGENDA))(new Response("Mine"));
  await (await keep("/api/agenda/clocks"))(new Response("", { status }));
  expect(await kept(AGENDA)).toBe("Mine");
});

test.each([204, 401, 403, 302])("an answer of %i does: nobody is signed in", async (status) => {
  const { keep, kept } = aWorker();
  await (await keep(AGENDA))(new Response("Mine"));
  await (await keep(SESSION))(new Response("Keynote"));
  await (await keep("/api/agenda/clocks"))(new Response(null, { status }));
  expect(await kept(AGENDA)).toBeUndefined();
  expect(await kept(SESSION)).toBe("Keynote");
});

test("an answer that comes after the device forgot its reader is not kept, the next reader's is", async () => {
  const { tell, keep, kept } = aWorker();
  const answerFirst = await keep(AGENDA);
  await tell({ forget: true });
  await answerFirst(new Response("Of the one before"));
  expect(await kept(AGENDA)).toBeUndefined();
  const answerLate = await keep("/api/agenda/clocks");
  await tell({ forget: true });
  await (await keep(AGENDA))(new Response("Of the next one"));
  await answerLate(new Response(null, { status: 204 }));
  expect(await kept(AGENDA)).toBe("Of the next one");
});

test("of two answers the one that was asked for later stays, whichever comes first", async () => {
  const { keep, kept } = aWorker();
  const before = await keep(AGENDA);
  const after = await keep(AGENDA);
  await after(new Response("With the star"));
  await before(new Response("Without it"));
  expect(await kept(AGENDA)).toBe("With the star");
});
