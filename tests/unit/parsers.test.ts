import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { safeReturnPath } from "@/lib/auth/actors";
import { line, lines, requiredLine } from "@/lib/fields";
import { preferredLocale } from "@/lib/i18n/locales";
import { formValues, parseForm } from "@/lib/result";
import { Address } from "@/lib/sign-in/input";
import { readCode } from "@/lib/sign-in/rules";
import { tidyTicketCode } from "@/lib/tickets/rules";
import { clientAddress } from "@/server/address.mjs";

// What people and programs send: any text, and texts made of the signs that parsers stumble over.
const nasty = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.string({ unit: fc.constantFrom(..."/\\.:@?#%&=,;+- \t\r\n\0a1＠%2f%5c%00".split("")), maxLength: 60 }),
  fc.constantFrom(
    "//evil.example",
    "/\\evil.example",
    "/%09/evil.example",
    "\t//evil.example",
    "/a//b",
    "/x:y",
  ),
);

test("a way back stays in the portal, whatever is asked for", () => {
  fc.assert(
    fc.property(nasty, fc.constantFrom("", "/", "/en", "//"), (text, begin) => {
      const path = safeReturnPath(begin + text);
      expect(path).toMatch(/^\/(?![/\\])/);
      expect(new URL(path, "https://portal.example").host).toBe("portal.example");
      // Once safe, safe for ever: it is checked again at each step.
      expect(safeReturnPath(path)).toBe(path);
    }),
    { numRuns: 2000 },
  );
});

describe("a form", () => {
  const names = fc.oneof(
    fc.constantFrom(
      "name",
      "list[]",
      "__proto__",
      "__proto__[]",
      "constructor",
      "toString",
      "$ACTION_ID_1",
      "a.b",
      "[]",
    ),
    fc.string({ maxLength: 10 }),
  );

  test("of any fields is read without a fault, and nothing is lost or invented", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(names, nasty), { maxLength: 8 }), (entries) => {
        const form = new FormData();
        for (const [name, value] of entries) form.append(name, value);
        const values = formValues(form);
        for (const name of new Set(form.keys())) {
          const sent = form.getAll(name);
          if (name.startsWith("$ACTION") || name.startsWith("__proto__")) continue;
          const key = name.endsWith("[]") ? name.slice(0, -2) : name;
          // A list and a single field of one name share a key; the later of the two stands.
          if (form.has(key) && form.has(`${key}[]`)) continue;
          expect(Object.hasOwn(values, key), name).toBe(true);
          expect(values[key]).toEqual(name.endsWith("[]") ? sent : sent.at(-1));
        }
        expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
      }),
      { numRuns: 1000 },
    );
  });

  test("that is wrong gives back what was typed, but no secret", () => {
    const schema = z.object({ name: requiredLine(10), code: z.literal("right") });
    fc.assert(
      fc.property(nasty, nasty, (name, code) => {
        fc.pre(code !== "right");
        const form = new FormData();
        form.set("name", name);
        form.set("code", code);
        const parsed = parseForm(schema, form, ["code"]);
        expect(parsed.ok).toBe(false);
        expect(parsed.values?.name).toBe(form.get("name"));
        expect(parsed.values).not.toHaveProperty("code");
      }),
    );
  });

  test("gives texts that the database can keep: no NUL, no line end in one line", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const one = line(1000).safeParse(text);
        if (one.success) expect(one.data).not.toMatch(/\p{Cc}/u);
        const many = lines(1000).safeParse(text);
        if (many.success) expect(many.data).not.toMatch(/[^\P{Cc}\n\t]/u);
      }),
      { numRuns: 1000 },
    );
  });
});

test("an address that is taken is one plain address in small letters", () => {
  const near = fc
    .tuple(nasty, fc.constantFrom("@", "＠", "@@", ",b@"), fc.domain(), nasty)
    .map(([local, at, domain, end]) => local.slice(0, 12) + at + domain + end.slice(0, 2));
  fc.assert(
    fc.property(fc.oneof(nasty, near, fc.emailAddress()), (typed) => {
      const read = Address.safeParse(typed);
      if (!read.success) return;
      expect(read.data).toMatch(/^[^\s@,;<>"()]+@[a-z0-9.-]+\.[a-z0-9-]+$/);
      expect(read.data).toBe(read.data.toLowerCase());
      expect(read.data.length).toBeLessThanOrEqual(254);
      expect(Address.parse(read.data)).toBe(read.data);
    }),
    { numRuns: 3000 },
  );
});

test("codes, languages and client addresses are read from any text without a fault", () => {
  fc.assert(
    fc.property(nasty, fc.integer({ min: 0, max: 5 }), (text, proxies) => {
      const ticket = tidyTicketCode(text);
      if (ticket !== null) expect(ticket).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
      expect(readCode(readCode(text))).toBe(readCode(text));
      expect([undefined, "en", "ro", "fr", "de"]).toContain(preferredLocale(text));
      // Never what a client made up, unless it is at least an address.
      expect(clientAddress(text, "192.0.2.1", proxies)).toMatch(/^[\da-f.:]+$/i);
    }),
    { numRuns: 2000 },
  );
});
