import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

type Payload = { to: string[]; subject: string };
/** What to answer instead, or "hang up": the mail is taken, but the answer never comes. */
export type Mishap = { status: number; name: string; message?: string; retryAfter?: number } | "hang up";

/**
 * A server that answers like the API of Resend: single mails and batches, keys that are kept, 409 for a key
 * with another body. `mishaps` are used up one by one, before anything else is looked at.
 */
export async function standInForResend() {
  const delivered: { to: string; subject: string }[] = [];
  const requests: { path: string; key: string | undefined; mails: number }[] = [];
  const mishaps: Mishap[] = [];
  const known = new Map<string, { body: string; answer: string }>();
  // One mail of this address in a request, and nothing of the request is taken.
  const refuses = new Set<string>();

  function take(path: string, key: string | undefined, body: string): { status: number; answer: string } {
    const before = key ? known.get(key) : undefined;
    if (before && before.body !== body) return error(409, "invalid_idempotent_request", "Another body");
    if (before) return { status: 200, answer: before.answer };
    const parsed = JSON.parse(body) as Payload | Payload[];
    const mails = Array.isArray(parsed) ? parsed : [parsed];
    if (mails.length > 100) return error(422, "validation_error", "At most 100");
    if (mails.some(({ to }) => to.some((address) => refuses.has(address))))
      return error(422, "validation_error", "Invalid `to` field");
    for (const { to, subject } of mails) delivered.push({ to: to.join(), subject });
    const ids = mails.map(() => ({ id: randomUUID() }));
    const answer = JSON.stringify(path.endsWith("/batch") ? { data: ids } : ids[0]);
    if (key) known.set(key, { body, answer });
    return { status: 200, answer };
  }

  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString();
    const header = request.headers["idempotency-key"];
    const key = Array.isArray(header) ? header[0] : header;
    const path = request.url ?? "";
    const size: unknown = JSON.parse(body);
    requests.push({ path, key, mails: Array.isArray(size) ? size.length : 1 });
    const mishap = mishaps.shift();
    if (mishap && mishap !== "hang up") {
      const { status, name, message = "Try again", retryAfter } = mishap;
      if (retryAfter) response.setHeader("retry-after", retryAfter);
      response.writeHead(status, { "content-type": "application/json" });
      response.end(error(status, name, message).answer);
      return;
    }
    const { status, answer } = take(path, key, body);
    if (mishap === "hang up") return void request.socket.destroy();
    response.writeHead(status, { "content-type": "application/json" });
    response.end(answer);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `http://127.0.0.1:${port}`, delivered, requests, mishaps, refuses, close };
}

const error = (status: number, name: string, message: string) => ({
  status,
  answer: JSON.stringify({ statusCode: status, name, message }),
});
