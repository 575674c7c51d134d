import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { StartError } from "./say";

const FILE = "lib/i18n/languages.ts";
const CODE = /^[a-z]{2,3}(-[A-Z]{2})?$/;

/** What stands in FILE: those that it has keep their order, new ones come after them. */
export function languagesSource(known: string): string {
  const names = new Map(readdirSync("messages").sort().map(nameOf));
  const before = [...known.matchAll(/^ {2}"?([a-zA-Z-]+)"?: /gm)].flatMap(([, code]) => code ?? []);
  const codes = [...new Set([...before.filter((code) => names.has(code)), ...names.keys()])];
  const key = (code: string) => (code.includes("-") ? JSON.stringify(code) : code);
  return `/** Made from the files in messages/ whenever the portal is built or started for development. */
export const locales = [${codes.map((code) => JSON.stringify(code)).join(", ")}] as const;

/** Each language in its own words. */
export const localeNames = {
${codes.map((code) => `  ${key(code)}: ${JSON.stringify(names.get(code))},`).join("\n")}
} as const;
`;
}

function nameOf(file: string): [string, string] {
  const code = file.replace(/\.json$/, "");
  const messages: unknown = JSON.parse(readFileSync(`messages/${file}`, "utf8"));
  const { language } = messages as { language?: { name?: unknown } };
  if (!CODE.test(code) || typeof language?.name !== "string")
    throw new StartError(
      `messages/${file} is no language: it is called by its code, and language.name in it says what the language calls itself.`,
    );
  return [code, language.name];
}

/** Adding a language is one file in messages/: the list of languages, which every page needs, follows it. */
export function writeLanguages() {
  const known = existsSync(FILE) ? readFileSync(FILE, "utf8") : "";
  const source = languagesSource(known);
  // A build may stand where nothing can be written.
  if (source !== known) writeFileSync(FILE, source);
}
