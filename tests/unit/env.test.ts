import { describe, expect, test } from "vitest";
import { parseEnv } from "@/lib/env";

const complete = {
  DATABASE_URL: "postgres://openfloor:secret@db:5432/openfloor",
  BASE_URL: "https://conference.example.eu/",
  AUTH_SECRET: "0123456789abcdef0123456789abcdef",
  SMTP_URL: "smtps://mail.example.eu",
  MAIL_FROM: "Conference <portal@conference.example.eu>",
};

/** What parseEnv says about the complete environment with these changes. */
function complaint(changes: Record<string, string | undefined>): string {
  try {
    parseEnv({ ...complete, ...changes });
  } catch (error) {
    return (error as Error).message;
  }
  return "no complaint";
}

test("a complete environment gets its defaults, and the base address loses its slash", () => {
  expect(parseEnv(complete)).toMatchObject({
    PORT: 3000,
    TRUSTED_PROXIES: 0,
    DATABASE_POOL: 12,
    LOG_LEVEL: "info",
    BASE_URL: "https://conference.example.eu",
  });
});

test.each([
  "https://conference.example.eu/portal",
  "https://conference.example.eu/?from=mail",
  "https://conference.example.eu/#top",
  "https://portal:secret@conference.example.eu",
])("a base address is an origin and nothing else, or links would be dead: %s", (address) => {
  expect(complaint({ BASE_URL: address })).toContain("BASE_URL is more than an address of a portal");
  expect(complaint({ BASE_URL: address }).match(/^ {2}- /gm)).toHaveLength(1);
});

test("a base address keeps its port and loses what says nothing", () => {
  const base = (address: string) => parseEnv({ ...complete, BASE_URL: address }).BASE_URL;
  expect(base("http://localhost:3000//")).toBe("http://localhost:3000");
  expect(base("https://Conference.Example.EU:443/")).toBe("https://conference.example.eu");
});

describe("a missing variable is named, with what to set", () => {
  test.each([
    ["DATABASE_URL", "set it to postgres://"],
    ["BASE_URL", "set it to the address people use"],
    ["AUTH_SECRET", "openssl rand -hex 32"],
    ["MAIL_FROM", "set it to the sender"],
  ])("%s", (name, advice) => {
    for (const value of [undefined, ""]) {
      expect(complaint({ [name]: value })).toContain(`- ${name} is missing`);
      expect(complaint({ [name]: value })).toContain(advice);
    }
  });
});

describe("a wrong variable is named, and only that one", () => {
  test.each([
    ["DATABASE_URL", "mysql://db/openfloor"],
    ["BASE_URL", "conference.example.eu"],
    ["BASE_URL", "ftp://conference.example.eu"],
    ["AUTH_SECRET", "short"],
    ["PORT", "http"],
    ["PORT", "70000"],
    ["DATABASE_POOL", "many"],
    ["DATABASE_POOL", "0"],
    ["OPENFLOOR_DEMO", "yes"],
    ["OWNER_EMAIL", "owner"],
    ["RESEND_BASE_URL", "resend"],
    ["SMTP_URL", "mail.example.eu"],
    ["MAIL_FROM", "The conference"],
    ["MAIL_FROM", "a@example.eu, b@example.eu"],
    ["MAIL_FROM", "Conference <a@example.eu>\r\nBcc: <b@example.eu>"],
    ["TRUSTED_PROXIES", "-1"],
    ["LOG_LEVEL", "loud"],
  ])("%s=%s", (name, value) => {
    const lines = complaint({ [name]: value })
      .split("\n")
      .slice(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^ {2}- ${name}\\b`));
  });
});

describe("an installation that nobody could sign in to does not start", () => {
  const mute = { SMTP_URL: "", MAIL_FROM: "" };

  test("a public address without a way for mails to leave", () => {
    expect(complaint(mute)).toContain("- SMTP_URL and RESEND_API_KEY are missing");
    expect(complaint({ ...mute, OPENFLOOR_DEMO: "0" })).toContain("nobody could sign in");
  });

  test.each([
    ["by Resend", { ...mute, RESEND_API_KEY: "re_1", MAIL_FROM: "portal@conference.example.eu" }],
    ["on one's own machine, where the mailbox is", { ...mute, BASE_URL: "http://localhost:3000" }],
    ["in a demonstration that is switched on by name", { ...mute, OPENFLOOR_DEMO: "1" }],
  ])("but does %s", (_, changes) => expect(complaint(changes)).toBe("no complaint"));
});

test("several faults are told at once", () => {
  const said = complaint({ DATABASE_URL: undefined, AUTH_SECRET: "short", PORT: "x" });
  for (const name of ["DATABASE_URL", "AUTH_SECRET", "PORT"]) expect(said).toContain(`- ${name}`);
});
