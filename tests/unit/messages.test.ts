import { readdirSync, readFileSync } from "node:fs";
import {
  type MessageFormatElement,
  type PluralElement,
  parse,
  TYPE,
} from "@formatjs/icu-messageformat-parser";
import { describe, expect, test } from "vitest";
import { localeNames, locales } from "@/lib/i18n/locales";
import { languagesSource } from "@/scripts/start/languages";

type Tree = { [key: string]: string | Tree };

/** Every message by its dotted key. */
function flatten(tree: Tree, prefix = ""): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)],
  );
  return new Map(entries);
}

/** What the code must pass in: names with their kind, choices with their cases, tags. Sorted, each once. */
function parts(elements: MessageFormatElement[]): string[] {
  const found = elements.flatMap((element): string[] => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.tag:
        return [`<${element.value}>`, ...parts(element.children)];
      case TYPE.select:
      case TYPE.plural: {
        // The cases of a plural differ by language; those of a select are the code's values.
        const cases = element.type === TYPE.select ? Object.keys(element.options).sort().join("|") : "";
        const inner = Object.values(element.options).flatMap((option) => parts(option.value));
        return [`{${element.value}, ${TYPE[element.type]} ${cases}}`, ...inner];
      }
      default:
        return [`{${element.value}, ${TYPE[element.type]}}`];
    }
  });
  return [...new Set(found)].sort();
}

/** The plural cases that whole numbers need in a language, when some numbers ("=1") have a case of their own. */
function casesOf(locale: string, ordinal = false, exact: string[] = []): string[] {
  const rules = new Intl.PluralRules(locale, { type: ordinal ? "ordinal" : "cardinal" });
  const numbers = Array.from({ length: 200 }, (_, index) => index + 1);
  const rest = numbers.filter((number) => !exact.includes(`=${number}`));
  return [...new Set(rest.map((number) => rules.select(number)))].sort();
}

const printsNumber = (element: PluralElement) =>
  element.options.other?.value.some(({ type }) => type === TYPE.pound) ?? false;

/** Every plural that prints its number; the others ("Speaker", "Speakers") read well with fewer cases. */
function plurals(elements: MessageFormatElement[]): { cases: string[]; ordinal: boolean }[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return plurals(element.children);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [];
    const inner = Object.values(element.options).flatMap((option) => plurals(option.value));
    if (element.type === TYPE.select || !printsNumber(element)) return inner;
    return [{ cases: Object.keys(element.options), ordinal: element.pluralType === "ordinal" }, ...inner];
  });
}

const read = (locale: string) => flatten(JSON.parse(readFileSync(`messages/${locale}.json`, "utf8")) as Tree);
const english = read("en");

describe("the list of languages", () => {
  const kept = readFileSync("lib/i18n/languages.ts", "utf8");

  test("is what the files in messages/ say; `npm run build` writes it anew", () => {
    expect(kept).toBe(languagesSource(kept));
    expect(readdirSync("messages").sort()).toEqual(locales.map((locale) => `${locale}.json`).sort());
    for (const locale of locales) expect(localeNames[locale]).toBe(read(locale).get("language.name"));
  });

  test("follows a file that comes and one that goes, and keeps the order", () => {
    const without = kept.replace(/^ {2}ro: .*\n/m, "").replace("  fr:", '  xx: "No file",\n  fr:');
    expect(without).not.toBe(kept);
    const order = [...locales.filter((locale) => locale !== "ro"), "ro"];
    expect(languagesSource(without)).toContain(`locales = [${order.map((code) => `"${code}"`).join(", ")}]`);
    expect(languagesSource(without)).toContain('ro: "Română"');
  });
});

describe.each(locales)("messages/%s.json", (locale) => {
  const messages = read(locale);

  test("has the keys of English, no more and no less", () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test("says something everywhere, in valid ICU syntax, with what English takes", () => {
    const wrong: string[] = [];
    for (const [key, text] of messages) {
      try {
        if (!text.trim()) throw new Error("is empty");
        const asked = parts(parse(english.get(key) ?? "")).join(" ");
        const taken = parts(parse(text)).join(" ");
        if (asked !== taken)
          throw new Error(`takes ${taken || "nothing"}, but English takes ${asked || "nothing"}`);
      } catch (error) {
        wrong.push(`${key}: ${error instanceof Error ? error.message : error}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("has each plural case that its grammar needs", () => {
    const wrong = [...messages].flatMap(([key, text]) =>
      plurals(parse(text)).flatMap(({ cases, ordinal }) =>
        casesOf(locale, ordinal, cases)
          .filter((needed) => !cases.includes(needed))
          .map((needed) => `${key} lacks the case "${needed}"`),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe("the comparison itself", () => {
  const same = (one: string, other: string) => expect(parts(parse(one))).toEqual(parts(parse(other)));
  const differ = (one: string, other: string) => expect(parts(parse(one))).not.toEqual(parts(parse(other)));

  test("sees a renamed argument, another kind, another case, a lost tag", () => {
    differ("{name} is here", "{nume} este aici");
    differ("{count, number}", "{count}");
    differ("{state, select, on {a} other {b}}", "{state, select, an {a} other {b}}");
    differ("<link>here</link>", "aici");
    same(
      "{n, plural, one {# place} other {# places}}",
      "{n, plural, one {un loc} few {# locuri} other {# de locuri}}",
    );
    same("{a} and {b}", "{b} și {a}");
  });

  test("knows that Romanian needs a third case", () => {
    expect(casesOf("ro")).toEqual(["few", "one", "other"]);
    expect(casesOf("en")).toEqual(["one", "other"]);
    expect(casesOf("en", false, ["=1"])).toEqual(["other"]);
  });
});

test("German says anmelden of signing in and registrieren of the conference, never one for the other", () => {
  const read = (locale: string) =>
    flatten(JSON.parse(readFileSync(`messages/${locale}.json`, "utf8")) as Tree);
  const english = read("en");
  const wrong = [...read("de")].filter(([key, text]) => {
    const original = english.get(key) ?? "";
    const ofConference = /regist/i.test(original) && !/sign/i.test(original);
    return /logg/i.test(text) || (ofConference && /anmeld|anzumeld|angemeld/i.test(text));
  });
  expect(wrong).toEqual([]);
});
