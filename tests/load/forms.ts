import http from "node:http";

const agents = new Map<string, http.Agent>();

/** Keeps its connections, as browsers and reverse proxies do. */
function agentOf(origin: string): http.Agent {
  const agent = agents.get(origin) ?? new http.Agent({ keepAlive: true, maxSockets: 64 });
  agents.set(origin, agent);
  return agent;
}

export function ask(url: URL, options: http.RequestOptions, body?: string) {
  return new Promise<{ status: number; location: string; text: string }>((resolve, reject) => {
    const request = http.request(url, { agent: agentOf(url.origin), ...options }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          location: response.headers.location ?? "",
          text: Buffer.concat(parts).toString(),
        }),
      );
    });
    request.on("error", reject);
    request.end(body);
  });
}

const entities: Record<string, string> = {
  "&quot;": '"',
  "&amp;": "&",
  "&#x27;": "'",
  "&lt;": "<",
  "&gt;": ">",
};
const plain = (html: string) =>
  html.replace(/&(quot|amp|#x27|lt|gt);/g, (entity) => entities[entity] ?? entity);

const attribute = (tag: string, name: string) =>
  plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "");

export type ReadForm = { path: string; fields: Record<string, string> };

/**
 * The form that has a field of this name, by itself that of registration, as a browser without JavaScript sees
 * it: its hidden fields, the first choice of each group, and every box ticked.
 */
export async function formOf(
  origin: string,
  path: string,
  cookie: string,
  having = "givenName",
): Promise<ReadForm> {
  const url = new URL(path, origin);
  const { status, text, location } = await ask(url, { headers: { cookie } });
  if (location)
    return formOf(origin, new URL(location, url).pathname + new URL(location, url).search, cookie, having);
  const found = new RegExp(`<form(?:(?!</form>)[\\s\\S])*name="${having}"[\\s\\S]*?</form>`).exec(text);
  const form = found?.[0];
  if (!form) throw new Error(`${path} answered ${status} without a form that has ${having}`);
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, "name");
    const kind = attribute(tag, "type");
    const needed = /\srequired(=|\s|>|\/)/.test(tag);
    if (kind === "hidden") fields[name] = attribute(tag, "value");
    // The first of each group and every consent: more than a person ticks, never less than is asked.
    else if (kind === "radio") fields[name] ??= attribute(tag, "value");
    else if (kind === "checkbox") fields[name] = attribute(tag, "value") || "on";
    else if (kind === "number" && needed) fields[name] = "1";
    else if (needed && kind !== "radio") fields[name] = "x";
  }
  for (const [select] of form.matchAll(/<select[^>]*>[\s\S]*?<\/select>/g)) {
    if (!/<select[^>]*\srequired/.test(select)) continue;
    const values = [...select.matchAll(/<option[^>]*>/g)].map(([option]) => attribute(option, "value"));
    fields[attribute(/<select[^>]*>/.exec(select)?.[0] ?? "", "name")] = values.find(Boolean) ?? "";
  }
  return { path, fields };
}

const BOUNDARY = "----openfloor-bench-4f1d0e";

/** Sends the form with `typed` over it, as a browser without JavaScript does. */
export async function submit(origin: string, form: ReadForm, cookie: string, typed: Record<string, string>) {
  const parts = Object.entries({ ...form.fields, ...typed }).map(
    ([name, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const body = `${parts.join("")}--${BOUNDARY}--\r\n`;
  return ask(
    new URL(form.path, origin),
    {
      method: "POST",
      headers: {
        cookie,
        origin,
        "content-type": `multipart/form-data; boundary=${BOUNDARY}`,
        "content-length": Buffer.byteLength(body),
      },
    },
    body,
  );
}
