import { createTranslator, type Messages, type NamespaceKeys, type NestedKeyOf } from "next-intl";
import type { Locale } from "./locales";

/**
 * Words in a language of choice, outside of a page: for mails, which are in the language of their reader and
 * are also written by jobs.
 */
export async function translatorFor<Namespace extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(
  locale: Locale,
  namespace: Namespace,
) {
  const messages: Messages = (await import(`../../messages/${locale}.json`)).default;
  return createTranslator({ locale, messages, namespace, timeZone: "UTC" });
}
