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

/** The sentence for a number, from the forms that the server made. */
export function inPlural(forms: PluralForms, locale: string, count: number): string {
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other ?? "{count}";
  return form.replace("{count}", new Intl.NumberFormat(locale).format(count));
}
