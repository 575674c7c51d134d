import type { IncomingMessage, ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import { setHeaders } from "@/server/headers.mjs";

function answered(url: string, claims: Record<string, string> = {}) {
  const told: Record<string, string> = { ...claims };
  const sent: Record<string, string> = {};
  const response = { setHeader: (name: string, value: string) => (sent[name] = value) };
  setHeaders({ url, headers: told } as unknown as IncomingMessage, response as unknown as ServerResponse);
  return { told, sent, policy: sent["content-security-policy"] ?? "" };
}

const nonceOf = (policy: string) => /'nonce-([^']+)'/.exec(policy)?.[1];

describe("the headers of an answer", () => {
  test.each([
    "/en/sign-in",
    "/de/account",
    "/en/owner/new",
    "/ro/mailbox/1?x=2",
    "/en/ecc2019/admin",
    "/en/ecc2019/admin/no-such-page",
    "/en/ecc2019/%61dmin",
    "/fr/ecc2019/my-data/erase",
    "/en/ecc2019/agenda",
    "/en/ecc2019/programme/opening/seat",
    "/en/ecc2019/programme/opening/feedback/results",
  ])("of %s: a nonce, and kept by nobody", (url) => {
    const { told, sent, policy } = answered(url);
    expect(nonceOf(policy)).toMatch(/^[\w+/=]{22,}$/);
    expect(policy).not.toContain("script-src 'self' 'unsafe-inline'");
    expect(told["content-security-policy"]).toBe(policy);
    expect(told["x-openfloor-path"]).toBe(url);
    expect(sent["cache-control"]).toBe("private, no-store");
    expect(nonceOf(answered(url).policy)).not.toBe(nonceOf(policy));
  });

  test.each([
    "/en/ecc2019",
    "/en/ecc2019/programme/admin",
    "/en/ecc2019/registrations",
    "/en/account-of-the-day",
    "/feeds/x.ics",
  ])("of %s: no nonce, and a cache may keep it", (url) => {
    const { sent, policy } = answered(url);
    expect(nonceOf(policy)).toBeUndefined();
    expect(policy).toContain("frame-ancestors 'none'");
    expect(sent["cache-control"]).toBeUndefined();
    expect(sent["x-content-type-options"]).toBe("nosniff");
  });

  test.each([
    ["/en/account?_rsc=1a2b", "/en/account"],
    ["/en/account?a=1&_rsc=1a2b", "/en/account?a=1"],
    ["/en/account?_rsc=1a2b&a=1", "/en/account?a=1"],
  ])("the way back from %s is %s", (url, way) => {
    expect(answered(url).told["x-openfloor-path"]).toBe(way);
  });

  test("what a client says about policy, address and language is dropped", () => {
    const claims = {
      "content-security-policy": "script-src 'nonce-mine'",
      "x-openfloor-path": "https://elsewhere.example",
      "x-next-intl-locale": "xx",
    };
    expect(answered("/en/ecc2019", claims).told).toEqual({ "x-openfloor-path": "/en/ecc2019" });
    expect(answered("/de/account", claims).told).toMatchObject({
      "x-openfloor-path": "/de/account",
      "x-next-intl-locale": "de",
    });
  });
});
