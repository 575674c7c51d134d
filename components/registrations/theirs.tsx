import { Theirs as InForm } from "@/components/ui/theirs";
import type { FormState } from "@/lib/result";
import { labelsOf } from "./problems";
import type { FormSpec, FormWords } from "./spec";

type Named = { code: string; name: string };
type Props = {
  state: FormState;
  spec: FormSpec;
  words: FormWords;
  /** Where the form asks for the language of the mails. */
  language?: { label: string; locales: Named[] };
};

const named = (all: Named[]) => Object.fromEntries(all.map(({ code, name }) => [code, name]));

/** What someone else wrote into a registration meanwhile, in the words of its form. */
export function Theirs({ state, spec, words, language }: Props) {
  const yesNo = { yes: words.yes, no: words.no };
  const meant: Record<string, Record<string, string>> = {
    typeId: Object.fromEntries(spec.types.map(({ id, name }) => [id, name])),
    country: named(spec.countries),
    ...(language ? { locale: named(language.locales) } : {}),
  };
  for (const { key, kind, options } of [...spec.questions, ...spec.sensitive]) {
    if (kind === "yes-no") meant[key] = yesNo;
    else if (kind === "country") meant[key] = named(spec.countries);
    else meant[key] = Object.fromEntries(options.map(({ value, label }) => [value, label]));
  }
  const labels = { ...labelsOf(spec, words), ...(language ? { locale: language.label } : {}) };
  const fields = Object.fromEntries(
    Object.entries(labels).map(([name, label]) => [name, { label, words: meant[name] }]),
  );
  return <InForm state={state} title={words.theirs} empty={words.theirsEmpty} fields={fields} />;
}
