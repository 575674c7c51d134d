import { describe, expect, test } from "vitest";
import { isLocal, parseEnv } from "@/lib/env";
import { mailboxIsOpen } from "@/lib/mail/transport";

const open = (changes: Record<string, string>, near = true) =>
  mailboxIsOpen(
    near,
    parseEnv({
      DATABASE_URL: "postgres://openfloor:secret@db:5432/openfloor",
      AUTH_SECRET: "0123456789abcdef0123456789abcdef",
      MAIL_FROM: "portal@example.eu",
      ...changes,
    }),
  );

describe("whether everyone may read every mail at /mailbox", () => {
  test.each([
    ["on one's own machine", { BASE_URL: "http://localhost:3000" }],
    ["on one's own machine by number", { BASE_URL: "http://127.0.0.1:3000" }],
    ["by number, version six", { BASE_URL: "http://[::1]:3000" }],
    ["under a name of one's own machine", { BASE_URL: "http://portal.localhost" }],
    ["in a demonstration that was switched on", { BASE_URL: "https://demo.example.eu", OPENFLOOR_DEMO: "1" }],
  ])("yes %s", (_, changes) => expect(open(changes)).toBe(true));

  test.each([
    ["when mail leaves by SMTP", { BASE_URL: "http://localhost:3000", SMTP_URL: "smtp://mail:25" }],
    ["when mail leaves by Resend", { BASE_URL: "http://localhost:3000", RESEND_API_KEY: "re_1" }],
    [
      "in a demonstration whose mail leaves",
      { BASE_URL: "https://demo.example.eu", OPENFLOOR_DEMO: "1", SMTP_URL: "smtps://mail:465" },
    ],
  ])("no %s", (_, changes) => expect(open(changes)).toBe(false));

  test.each([
    "https://conference.example.eu",
    "https://localhost.example.eu",
    "https://notlocalhost",
    "https://127.example.eu",
    "http://10.0.0.7:3000",
  ])("no at %s, where a server without a way for mails does not even start", (address) => {
    expect(isLocal(address)).toBe(false);
    expect(() => open({ BASE_URL: address })).toThrow("nobody could sign in");
  });

  test("no for someone from elsewhere who reached a port of one's own machine, but for the demonstration", () => {
    expect(open({ BASE_URL: "http://localhost:3000" }, false)).toBe(false);
    expect(open({ BASE_URL: "http://localhost:3000", OPENFLOOR_DEMO: "0" }, false)).toBe(false);
    expect(open({ BASE_URL: "http://localhost:3000", OPENFLOOR_DEMO: "1" }, false)).toBe(true);
  });
});
