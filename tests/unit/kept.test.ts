import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sendCompressed } from "@/server/kept.mjs";

const page = `<!doctype html><p>${"Știință, 400 € – ".repeat(400)}</p>`;
const server = createServer((request, response) => {
  sendCompressed(request, response);
  const kept = request.url === "/kept";
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("cache-control", kept ? "s-maxage=60" : "private, no-store");
  response.setHeader("content-length", Buffer.byteLength(page));
  response.end(page);
});
let base = "";
beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** As it came over the wire: fetch would unpack it. */
async function get(path: string, encoding: string) {
  const { get: ask } = await import("node:http");
  return new Promise<{ headers: Record<string, unknown>; body: Buffer }>((done) => {
    ask(base + path, { headers: { "accept-encoding": encoding } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => done({ headers: answer.headers, body: Buffer.concat(parts) }));
    });
  });
}

test.each([
  ["br", "br", (body: Buffer) => brotliDecompressSync(body)],
  ["gzip, br;q=0", "gzip", (body: Buffer) => gunzipSync(body)],
  ["identity", undefined, (body: Buffer) => body],
])("a kept page for who accepts %s is the same page, packed once", async (accepted, encoding, unpack) => {
  await expect
    .poll(async () => (await get("/kept", accepted)).headers)
    .toMatchObject({
      "content-length": expect.any(String),
      ...(encoding ? { "content-encoding": encoding } : {}),
    });
  const { headers, body } = await get("/kept", accepted);
  expect(headers["content-encoding"]).toBe(encoding);
  expect(Number(headers["content-length"])).toBe(body.length);
  expect(headers.vary).toMatch(/accept-encoding/i);
  expect(unpack(body).toString()).toBe(page);
});

test("a page that is kept has the length that it has", async () => {
  const long = page.repeat(4);
  const length = Buffer.from(long).length;
  const packed = createServer((request, response) => {
    sendCompressed(request, response);
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("cache-control", "s-maxage=60");
    response.end(long);
  });
  await new Promise<void>((listening) => packed.listen(0, "127.0.0.1", listening));
  const address = `http://127.0.0.1:${(packed.address() as AddressInfo).port}`;
  expect(await (await fetch(address)).text()).toBe(long);
  packed.close();
  expect(Buffer.byteLength(long)).toBe(length);
  expect(Buffer.byteLength(long, "latin1")).toBe(long.length);
  expect(Buffer.byteLength(`${long}–`)).toBe(length + 3);
});

test("what is not kept is compressed as it goes, and never held", async () => {
  const { headers, body } = await get("/personal", "gzip");
  expect(headers["content-encoding"]).toBe("gzip");
  expect(headers["content-length"]).toBeUndefined();
  expect(gunzipSync(body).toString()).toBe(page);
});
