import ts from "typescript";
import { type Import, lineOf, type Source, walk } from "./source";

export type Violation = { rule: string; file: string; line: number; message: string };
type Rule = (source: Source, all: ReadonlyMap<string, Source>) => Violation[];

// Rooms of lib that are machinery and no word of the product: their files may be named as they need.
const MACHINERY = ["auth", "mail", "jobs", "live", "i18n"];
const ROOM_FILES = ["rules", "input", "queries", "mutations", "actions"];
const FOR_BROWSERS = ["actions", "input", "rules"];

const room = (target: string) => target.match(/^lib\/([^/]+)\/(.+)$/)?.slice(1) ?? [];
const say = (rule: string, source: Source, line: number, message: string): Violation => ({
  rule,
  file: source.file,
  line,
  message,
});

const roomFiles: Rule = (source) => {
  const [noun, name] = room(source.file);
  if (!noun || !name || MACHINERY.includes(noun)) return [];
  if (ROOM_FILES.some((allowed) => name === `${allowed}.ts`)) return [];
  const list = ROOM_FILES.map((allowed) => `${allowed}.ts`).join(", ");
  const message = `lib/${noun} holds only ${list}, so that everyone finds things without searching. Move this into one of them, or make a smaller noun.`;
  return [say("room-files", source, 1, message)];
};

/** What a file brings into its bundle from app and components, itself included. */
function reach(source: Source, all: ReadonlyMap<string, Source>): Source[] {
  const seen = new Set<Source>([source]);
  for (const at of seen) {
    for (const { target, typeOnly } of at.imports) {
      const next = [".ts", ".tsx", "/index.ts", "/index.tsx"]
        .map((end) => all.get(target + end))
        .find(Boolean);
      if (next && !typeOnly && /^(app|components)\//.test(next.file) && next.directive !== "use server")
        seen.add(next);
    }
  }
  return [...seen];
}

function forBrowsers({ target }: Import): boolean {
  if (/^(db|server|scripts)(\/|$)/.test(target)) return false;
  if (!target.startsWith("lib/")) return true;
  if (
    ["lib/address", "lib/dates", "lib/local-time", "lib/result"].includes(target) ||
    target.startsWith("lib/i18n/")
  )
    return true;
  return FOR_BROWSERS.includes(room(target)[1] ?? "");
}

const clientImports: Rule = (source, all) => {
  if (source.directive !== "use client") return [];
  return reach(source, all).flatMap((at) =>
    at.imports
      .filter((found) => !forBrowsers(found))
      .map(({ specifier, line }) => {
        const way = at === source ? "" : `, which the client component ${source.file} imports`;
        const message = `"${specifier}" is for the server${way}. A client component takes only actions, input and rules of a noun (and lib/address, lib/dates, lib/local-time, lib/result, lib/i18n): pass the data in as a prop, or put the type into rules.ts.`;
        return say("client-imports", at, line, message);
      }),
  );
};

const isRules = (source: Source) => /^lib\/.+\/rules\.ts$/.test(source.file);

const rulesImports: Rule = (source) => {
  if (!isRules(source)) return [];
  return source.imports
    .filter(
      ({ target, typeOnly }) =>
        !typeOnly &&
        !/^(db\/schema\/kinds|lib\/(address|dates|local-time|result|i18n\/text|.+\/rules))$/.test(target),
    )
    .map(({ specifier, line }) => {
      const message = `rules.ts imports "${specifier}", but rules are pure functions: only other rules, types, db/schema/kinds, lib/address, lib/dates, lib/local-time, lib/i18n/text and lib/result. Take what it gives as an argument.`;
      return say("rules-imports", source, line, message);
    });
};

/** Reports each node for which `found` gives a message. */
function nodes(rule: string, source: Source, found: (node: ts.Node) => string | undefined): Violation[] {
  const violations: Violation[] = [];
  walk(source.tree, (node) => {
    const message = found(node);
    if (message) violations.push(say(rule, source, lineOf(source.tree, node), message));
  });
  return violations;
}

const rulesClock: Rule = (source) => {
  if (!isRules(source)) return [];
  return nodes("rules-clock", source, (node) => {
    const made = ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length;
    const asked = ts.isCallExpression(node) && ["Date", "Date.now"].includes(node.expression.getText());
    if (!made && !asked) return;
    return `${node.getText()} in rules.ts reads the machine's clock, but a conference has its own (rehearsal). Take \`now: Date\` as an argument; callers get it from lib/clock.ts.`;
  });
};

const LOCALE_DATE = /^toLocale(Date|Time)String$/;
const dateFormat: Rule = (source) => {
  if (
    !/^(app|components|lib|db|server)\//.test(source.file) ||
    ["lib/dates.ts", "lib/local-time.ts"].includes(source.file)
  )
    return [];
  return nodes("date-format", source, (node) => {
    if (!ts.isPropertyAccessExpression(node)) return;
    const called = ts.isCallExpression(node.parent) && node.parent.expression === node;
    const intl = node.getText() === "Intl.DateTimeFormat";
    if (!intl && !LOCALE_DATE.test(node.name.text) && !(called && node.name.text === "dateTime")) return;
    return `${node.name.text} formats a date here, where the conference's time zone is easily forgotten. Call lib/dates.ts, and add the format there if it lacks one.`;
  });
};

const ENV_READERS =
  /^(lib\/env\.ts|db\/client\.ts|[^/]+\.config\.(ts|mjs)|(db\/embedded|scripts|server|tests)\/.+)$/;
const environment: Rule = (source) => {
  if (ENV_READERS.test(source.file)) return [];
  return nodes("environment", source, (node) => {
    if (!ts.isPropertyAccessExpression(node) || node.getText() !== "process.env") return;
    // The build writes these two in as text; they are no setting.
    if (/^process\.env\.(NODE_ENV|NEXT_RUNTIME)$/.test(node.parent.getText())) return;
    return "process.env is read here unchecked and untyped. Add the variable to lib/env.ts and call env().";
  });
};

const PUBLIC = /^app\/(layout\.tsx|\[locale\]\/(layout\.tsx|\[conference\]\/(layout\.tsx|\(public\)\/.+)))$/;
const publicStatic: Rule = (source, all) => {
  if (!PUBLIC.test(source.file)) return [];
  return reach(source, all).flatMap((at) =>
    at.imports
      .filter(
        (found) =>
          !found.typeOnly && /^(next\/headers|next-auth(\/.*)?|lib\/auth(\/.*)?)$/.test(found.target),
      )
      .filter((found) => !/\/(actions|input|rules)$/.test(found.target))
      .map(({ specifier, line }) => {
        const way = at === source ? "" : ` (through ${source.file})`;
        const message = `"${specifier}" would make a public page${way} render for each visitor. Public pages are static: let a small client component ask, or move the page to (participant).`;
        return say("public-static", at, line, message);
      }),
  );
};

const RULES = [roomFiles, clientImports, rulesImports, rulesClock, dateFormat, environment, publicStatic];

/** Every violation in the given files, each once. */
export function violations(sources: Source[]): Violation[] {
  const all = new Map(sources.map((source) => [source.file, source]));
  const found = sources.flatMap((source) => RULES.flatMap((rule) => rule(source, all)));
  return [...new Map(found.map((one) => [`${one.rule} ${one.file}:${one.line}`, one])).values()];
}
