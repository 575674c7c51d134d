/** The forms of a counted sentence, by plural category of the language, with "{count}" where the number stands. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>>;

/**
 * For client components, which have no messages: the server says the sentence once for each category of the
 * language. `say` must write the number with Intl.NumberFormat, as ICU's # does.
 */
export function pluralForms(locale: string, say: (count: number) => string): PluralForms {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const forms: PluralForms = {};
  // Every category that whole numbers of this size can have begins below 200 in the languages of the world.
  for (let count = 1; count <= 200; count++) {
    const category = rules.select(count);
    forms[category] ??= say(count).replace(numbers.format(count), "{count}");
  }
  return forms;
}

/**
 * The category of a whole number, as Intl.PluralRules has it. Written out, because that one costs a phone up to a
 * tenth of a second when it is first asked, while the page comes to life. It is asked for any other language.
 */
const categories: Partial<Record<string, (count: number) => Intl.LDMLPluralRule>> = {
  en: (count) => (count === 1 ? "one" : "other"),
  de: (count) => (count === 1 ? "one" : "other"),
  fr: (count) => (count < 2 ? "one" : count % 1_000_000 === 0 ? "many" : "other"),
  ro: (count) => {
    if (count === 1) return "one";
    const end = count % 100;
    return count === 0 || (end > 0 && end < 20) ? "few" : "other";
  },
};

/** A whole number as Intl.NumberFormat writes it; that one too is asked only when it is needed. */
export const inDigits = (locale: string, count: number) =>
  count < 1000 ? String(count) : new Intl.NumberFormat(locale).format(count);

/** The sentence for a number, from the forms that the server made. */
export function inPlural(forms: PluralForms, locale: string, count: number): string {
  const category = categories[locale]?.(count) ?? new Intl.PluralRules(locale).select(count);
  return (forms[category] ?? forms.other ?? "{count}").replace("{count}", inDigits(locale, count));
}
