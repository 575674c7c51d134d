import { PassThrough } from "node:stream";
import pino from "pino";
import { describe, expect, test } from "vitest";
import { clientAddress, isNear } from "@/server/address.mjs";
import { describeError, options } from "@/server/log.mjs";

describe("the address of a client", () => {
  test.each([
    ["no proxy: the header is the client's own claim", "9.9.9.9", "1.2.3.4", 0, "1.2.3.4"],
    ["no header", undefined, "1.2.3.4", 1, "1.2.3.4"],
    ["one proxy: the rightmost", "9.9.9.9, 5.6.7.8", "10.0.0.1", 1, "5.6.7.8"],
    ["two proxies: the second from the right", "9.9.9.9, 5.6.7.8, 10.0.0.2", "10.0.0.1", 2, "5.6.7.8"],
    ["fewer entries than proxies: the leftmost there is", "5.6.7.8", "10.0.0.1", 2, "5.6.7.8"],
    ["nonsense in the header", "unknown", "10.0.0.1", 1, "10.0.0.1"],
    ["IPv4 over an IPv6 socket", undefined, "::ffff:1.2.3.4", 0, "1.2.3.4"],
    ["IPv6", "2001:db8::1", "::1", 1, "2001:db8::1"],
    ["a zone is no part of an address", undefined, "fe80::1%eth0", 0, "fe80::1"],
  ])("%s", (_, header, socket, proxies, expected) => {
    expect(clientAddress(header, socket, proxies)).toBe(expected);
  });
});

describe("whether someone on this machine asks", () => {
  const asks = (remoteAddress: string, headers = {}) =>
    isNear({ headers, socket: { remoteAddress } } as unknown as Parameters<typeof isNear>[0]);

  test.each(["127.0.0.1", "::1", "::ffff:127.0.0.1"])("yes from %s", (own) => expect(asks(own)).toBe(true));
  test.each(["192.168.1.7", "::ffff:10.0.0.1", "fe80::1%eth0", ""])("no from %s", (other) =>
    expect(asks(other)).toBe(false),
  );
  test.each(["x-forwarded-for", "x-real-ip", "forwarded", "via"])("no for whom a proxy speaks: %s", (name) =>
    expect(asks("127.0.0.1", { [name]: "127.0.0.1" })).toBe(false),
  );
});

describe("the log", () => {
  /** The line that the portal's log writes about `content`. */
  function lineOf(content: object): string {
    const stream = new PassThrough();
    pino({ ...options, level: "info" }, stream).info(content, "something happened");
    return String(stream.read());
  }

  test("leaves out what names a person or opens a door, down to the third level", () => {
    const secrets = {
      email: "ana@example.org",
      token: "t-1",
      cookie: "c-1",
      authorization: "a-1",
      givenName: "Ana",
      address: "5.6.7.8",
    };
    const line = lineOf({ ...secrets, one: secrets, two: { three: secrets }, kept: 7 });
    for (const secret of Object.values(secrets)) expect(line).not.toContain(secret);
    expect(JSON.parse(line)).toMatchObject({ kept: 7, msg: "something happened", level: "info" });
  });

  test("tells an error's code and cause without the values of the statement", () => {
    const cause = Object.assign(new Error("duplicate key: Key (email)=(ana@example.org) already exists"), {
      code: "23505",
      constraint_name: "persons_email_key",
      detail: "Key (email)=(ana@example.org) already exists.",
    });
    const error = new Error("Failed query: insert into persons\nparams: ana@example.org,Ana", { cause });
    const line = lineOf({ err: error });
    expect(line).not.toContain("ana@example.org");
    expect(line).not.toContain(",Ana");
    expect(describeError(error)).toMatchObject({ cause: { code: "23505", constraint: "persons_email_key" } });
  });
});
