import { createTranslator, type Messages, type NamespaceKeys, type NestedKeyOf } from "use-intl/core";
import { type Locale, locales } from "./locales";

type Names = NamespaceKeys<Messages, NestedKeyOf<Messages>>;
type Translator<Namespace extends Names> = ReturnType<typeof createTranslator<Messages, Namespace>>;

// A translator keeps the messages it has read and the formats it has made: making it anew for each mail costs more than the mail.
const made = new Map<string, Promise<unknown>>();

/**
 * Words in a language of choice, outside of a page: for mails, which are in the language of their reader and
 * are also written by jobs.
 */
export function translatorFor<Namespace extends Names>(
  locale: Locale,
  namespace: Namespace,
): Promise<Translator<Namespace>> {
  const key = `${locale} ${namespace}`;
  const known = made.get(key) ?? make(locale, namespace);
  made.set(key, known);
  return known as Promise<Translator<Namespace>>;
}

async function make<Namespace extends Names>(locale: Locale, namespace: Namespace) {
  const messages: Messages = (await import(`../../messages/${locale}.json`)).default;
  return createTranslator({ locale, messages, namespace, timeZone: "UTC" });
}

/** In every language at once: for who writes to many people, and then waits for nothing. */
export async function translatorsFor<Namespace extends Names>(
  namespace: Namespace,
): Promise<Record<Locale, Translator<Namespace>>> {
  const made = await Promise.all(
    locales.map(async (locale) => [locale, await translatorFor(locale, namespace)] as const),
  );
  return Object.fromEntries(made) as Record<Locale, Translator<Namespace>>;
}
