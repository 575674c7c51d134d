import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { safeReturnPath } from "@/lib/auth/actors";
import { limitKey, shortNetwork } from "@/lib/auth/network";
import { Address } from "@/lib/sign-in/input";
import { codeOf, readCode, shownCode } from "@/lib/sign-in/rules";

describe("an address", () => {
  test.each([
    ["", "address-missing"],
    ["a＠example.org", "address-lookalike-at"],
    ["a@example.org,b@example.org", "address-list"],
    ["a@example.org;b@example.org", "address-list"],
    ["a@b@example.org", "address-several-at"],
    ["a@example.org\nbcc: b@example.org", "address-lines"],
    ["a b@example.org", "address-blank"],
    [`${"a".repeat(300)}@example.org`, "address-too-long"],
    ["example.org", "address-no-at"],
    ["аna@example.org", "address-foreign-letters"],
    ["\u212Aate@example.org", "address-foreign-letters"],
    ["a@example", "email"],
    ["a..b@example.org", "email"],
  ])("%j is refused: %s", (typed, message) => {
    expect(Address.safeParse(typed).error?.issues.map((issue) => issue.message)).toEqual([message]);
  });

  test("capitals and blanks around it are forgiven", () => {
    expect(Address.parse("  Ana.Popescu+ecc@Example.ORG ")).toBe("ana.popescu+ecc@example.org");
  });
});

test("a code survives the way through a mail and a keyboard", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
      const code = codeOf(bytes);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
      expect(readCode(` ${shownCode(code).toLowerCase()} `)).toBe(code);
      expect(readCode(code.replaceAll("0", "o").replaceAll("1", "l"))).toBe(code);
    }),
  );
});

test("limits count an IPv4 address, and the /64 of an IPv6 one", () => {
  expect(limitKey("::ffff:192.0.2.7")).toBe("192.0.2.7");
  expect(limitKey("2001:db8:1:2:3:4:5:6")).toBe(limitKey("2001:db8:1:2::1"));
  expect(limitKey("2001:db8:1:3::1")).not.toBe(limitKey("2001:db8:1:2::1"));
  expect(shortNetwork("192.0.2.7")).toBe("192.0.2.0/24");
});

test("a way back never leaves the portal", () => {
  for (const path of [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/a b",
  ])
    expect(safeReturnPath(path)).toBe("/");
  expect(safeReturnPath("/en/ecc2019/register?type=1")).toBe("/en/ecc2019/register?type=1");
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((rest) => `/${rest}`),
      ),
      (path) => {
        const back = safeReturnPath(path);
        expect(new URL(back, "https://portal.example").host).toBe("portal.example");
      },
    ),
  );
});
