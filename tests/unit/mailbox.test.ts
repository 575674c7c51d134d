import { describe, expect, test } from "vitest";
import { parseEnv } from "@/lib/env";
import { mailboxIsOpen } from "@/lib/mail/transport";

const open = (changes: Record<string, string>) =>
  mailboxIsOpen(
    parseEnv({
      DATABASE_URL: "postgres://openfloor:secret@db:5432/openfloor",
      AUTH_SECRET: "0123456789abcdef0123456789abcdef",
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
    ["at a public address", { BASE_URL: "https://conference.example.eu" }],
    ["at a public address with the demonstration off", { BASE_URL: "https://a.eu", OPENFLOOR_DEMO: "0" }],
    ["at a name that begins like one's own", { BASE_URL: "https://localhost.example.eu" }],
    ["at a name that ends like one's own", { BASE_URL: "https://notlocalhost" }],
    ["at a name that begins like a number of one's own", { BASE_URL: "https://127.example.eu" }],
    ["in the house's network", { BASE_URL: "http://10.0.0.7:3000" }],
    ["when mail leaves by SMTP", { BASE_URL: "http://localhost:3000", SMTP_URL: "smtp://mail:25" }],
    ["when mail leaves by Resend", { BASE_URL: "http://localhost:3000", RESEND_API_KEY: "re_1" }],
    [
      "in a demonstration whose mail leaves",
      { BASE_URL: "https://demo.example.eu", OPENFLOOR_DEMO: "1", SMTP_URL: "smtps://mail:465" },
    ],
  ])("no %s", (_, changes) => expect(open(changes)).toBe(false));
});
